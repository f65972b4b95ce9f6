import type { CommandOf } from '../stage/drawing/command';
import type { Box } from '../stage/layout/geometry';
import { painter } from '../stage/paint/colours';
import { BESIDE, gridOf, markAt } from '../stage/paint/grid';
import { widthIn, writtenIn } from '../stage/paint/in-cells';
import { firstOf } from '../stage/paint/pixels';
import type { Look } from './look';
import { element, escaped } from './xml';

/** The most cells that are drawn along a side: a tensor that has more is drawn by every so manieth. */
const MOST_DRAWN = 48;

/** A number in the middle of its cell, condensed where it is too long, so that two numbers never read as one. */
function numberSvg(value: number, { x, y, width, height }: Box, size: number, fill: string): string {
  const most = width - 2 * BESIDE;
  const words = writtenIn(value, most, size);
  const isLong = widthIn(words, size) > most;
  return element(
    'text',
    {
      x: x + width / 2,
      y: y + height / 2 + size * 0.36,
      'font-size': size,
      'text-anchor': 'middle',
      ...(isLong && { textLength: most, lengthAdjust: 'spacingAndGlyphs' }),
      fill,
    },
    escaped(words),
  );
}

/** The cells of a matrix as rectangles, with their numbers where these have room. */
export function cells({ sign, box, matrix, scale, opacity }: CommandOf<'cells'>, { theme }: Look): string {
  const paint = painter(scale, theme);
  const grid = gridOf(matrix, box, { across: MOST_DRAWN, down: MOST_DRAWN });
  const { cell, gap, holds, size } = grid;
  const [width, height] = [cell.width - gap, cell.height - gap];
  const drawn: string[] = [];
  const draw = (value: number, x: number, y: number) => {
    const { fill, ink } = paint(value);
    drawn.push(element('rect', { x, y, width, height, fill }));
    if (holds === 'number') drawn.push(numberSvg(value, { x, y, width, height }, size, ink));
    else if (holds === 'mark') {
      const d = markAt(value, x, y, cell).map(([x1, y1, x2, y2]) => `M${x1},${y1} L${x2},${y2}`);
      if (d.length > 0) drawn.push(element('path', { d: d.join(' '), stroke: ink }));
    }
  };
  const cols = firstOf(grid.across, matrix.cols);
  firstOf(grid.down, matrix.rows).forEach((row, i) => {
    cols.forEach((col, j) => {
      draw(matrix.data[row * matrix.cols + col]!, box.x + j * cell.width, box.y + i * cell.height);
    });
  });
  return element('g', { 'data-drawn': sign, opacity: opacity === 1 ? undefined : opacity }, drawn.join(''));
}
