import type { Matrix } from '../../../core/math/matrix';
import { inCell } from '../../numbers';
import type { Cell } from '../layout/measure';
import type { Paint } from './colours';
import { crossAt, eachCell, gridOf } from './grid';

/**
 * Draws a matrix over a canvas, in CSS pixels. Where it has more cells than the canvas has pixels, each pixel
 * shows one of the cells it stands for. The values are written where the cells are large enough.
 */
export function paintMatrix(
  canvas: HTMLCanvasElement,
  matrix: Matrix,
  { width, height }: Cell,
  paint: (value: number) => Paint,
): void {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  const grid = gridOf(matrix, { width, height }, { across: canvas.width, down: canvas.height });
  const { cell, gap, holds, size } = grid;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `${size}px ${getComputedStyle(canvas).fontFamily}`;
  eachCell(matrix, grid, (value, x, y) => {
    const { fill, ink } = paint(value);
    context.fillStyle = fill;
    context.fillRect(x, y, cell.width - gap, cell.height - gap);
    if (holds === 'number') {
      context.fillStyle = ink;
      const middle = { x: x + (cell.width - gap) / 2, y: y + (cell.height - gap) / 2 + 0.5 };
      // Condensed where it is too long, so that it does not touch the next.
      context.fillText(inCell(value), middle.x, middle.y, cell.width - gap - 2);
    } else if (holds === 'cross' && !Number.isFinite(value)) {
      context.strokeStyle = ink;
      context.beginPath();
      for (const [x1, y1, x2, y2] of crossAt(x, y, cell)) {
        context.moveTo(x1, y1);
        context.lineTo(x2, y2);
      }
      context.stroke();
    }
  });
}
