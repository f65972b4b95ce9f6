import type { Matrix } from '../../core/math/matrix';
import { inCell } from '../numbers';
import type { Paint } from './colours';
import { readable } from './fit';
import type { Cell } from './measure';

/** Cells smaller than this have no gap between them: it would be all that one sees. */
const GAP_FROM = 5;

/**
 * Draws a matrix over a canvas, in CSS pixels. Where it has more cells than the canvas has pixels, each pixel
 * shows one of the cells it stands for. `numbers` writes the values where the cells are large enough.
 */
export function paintMatrix(
  canvas: HTMLCanvasElement,
  { rows, cols, data }: Matrix,
  { width, height }: Cell,
  paint: (value: number) => Paint,
): void {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(ratio, ratio);
  const across = Math.min(cols, canvas.width);
  const down = Math.min(rows, canvas.height);
  const cell: Cell = { width: width / across, height: height / down };
  const gap = cell.width >= GAP_FROM && cell.height >= GAP_FROM ? 1 : 0;
  const numbers = cell.width >= readable.width - 1 && cell.height >= readable.height - 2;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `${Math.min(11, cell.height * 0.66, cell.width * 0.4)}px ${getComputedStyle(canvas).fontFamily}`;
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j++) {
      const row = Math.floor((i / down) * rows);
      const col = Math.floor((j / across) * cols);
      const value = data[row * cols + col]!;
      const { fill, ink } = paint(value);
      const [x, y] = [j * cell.width, i * cell.height];
      context.fillStyle = fill;
      context.fillRect(x, y, cell.width - gap || cell.width, cell.height - gap || cell.height);
      context.fillStyle = ink;
      if (numbers) {
        const middle = { x: x + (cell.width - gap) / 2, y: y + (cell.height - gap) / 2 + 0.5 };
        // Condensed where it is too long, so that it does not touch the next.
        context.fillText(inCell(value), middle.x, middle.y, cell.width - gap - 2);
      } else if (!Number.isFinite(value)) markStrange(context, x, y, cell);
    }
  }
}

/** A cross through a cell that holds no number, so that its colour is not the only sign. */
function markStrange(context: CanvasRenderingContext2D, x: number, y: number, { width, height }: Cell): void {
  if (width < GAP_FROM || height < GAP_FROM) return;
  context.strokeStyle = context.fillStyle;
  context.beginPath();
  context.moveTo(x + 2, y + 2);
  context.lineTo(x + width - 3, y + height - 3);
  context.moveTo(x + width - 3, y + 2);
  context.lineTo(x + 2, y + height - 3);
  context.stroke();
}
