import type { Matrix } from '../../../core/math/matrix';
import type { Paint } from './colours';
import { BESIDE, type Grid, markAt } from './grid';
import { writtenIn } from './in-cells';
import { edgesOf, type Raster } from './pixels';
import type { Pen } from './sheet';

/** What is written on the cells of a matrix, all in pixels of the screen, of which a CSS pixel is `ratio`. */
interface Writing {
  readonly matrix: Matrix;
  readonly grid: Grid;
  readonly raster: Raster;
  readonly ratio: number;
  readonly paint: (value: number) => Paint;
}

/** Letters of narrow figures, which every system has: four of them stand in a cell where the page's own would be condensed. */
const LETTERS = '"Helvetica Neue", Arial, "DejaVu Sans Condensed", sans-serif';

/** Writes into the cells what they hold: their numbers, or marks of what these are. */
export function writeInCells(
  context: Pen,
  { matrix: { cols, data }, grid: { holds, size }, raster, ratio, paint }: Writing,
): void {
  const { across, down, width, height, gap } = raster;
  const [lefts, tops] = [edgesOf(across, width), edgesOf(down, height)];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = ratio;
  if (holds === 'number') context.font = `${size * ratio}px ${LETTERS}`;
  for (let i = 0; i < down; i++)
    for (let j = 0; j < across; j++) {
      const value = data[i * cols + j]!;
      if (holds === 'mark' && value >= 0 && Number.isFinite(value)) continue;
      const [left, top] = [lefts[j]!, tops[i]!];
      const cell = { width: lefts[j + 1]! - left - gap, height: tops[i + 1]! - top - gap };
      const { ink } = paint(value);
      context.fillStyle = ink;
      context.strokeStyle = ink;
      if (holds === 'number') {
        const [x, y] = [left + cell.width / 2, top + (cell.height + ratio) / 2];
        // Condensed where it is too long, so that two numbers never read as one.
        const room = cell.width - 2 * BESIDE * ratio;
        context.fillText(writtenIn(value, room / ratio, size), x, y, room);
      } else stroke(context, markAt(value, left, top, cell, ratio));
    }
}

function stroke(context: Pen, strokes: ReturnType<typeof markAt>): void {
  context.beginPath();
  for (const [x1, y1, x2, y2] of strokes) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}
