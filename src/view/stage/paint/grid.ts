import type { Matrix } from '../../../core/math/matrix';
import { isReadable } from '../layout/fit';
import type { Cell } from '../layout/measure';

/** The letters of a number: never smaller, and never larger, in CSS pixels; where it is too long they are condensed. */
const [SMALLEST, LARGEST] = [11, 14];

/** What stays clear on each side of a number, in CSS pixels. */
export const BESIDE = 1;

/** Cells smaller than this have neither a gap between them nor a mark: these would be all that one sees. In CSS pixels. */
export const GAP_FROM = 5;

/** How the cells of a matrix stand in a room, in CSS pixels. */
export interface Grid {
  /** How many are drawn: as many as there are, or as can be. */
  readonly across: number;
  readonly down: number;
  /** What each takes, with the gap behind it. */
  readonly cell: Cell;
  readonly gap: number;
  /** What stands in a cell: its number; a mark of what it is, so that its colour is not the only sign; or nothing. */
  readonly holds: 'number' | 'mark' | 'nothing';
  /** The size of the letters of a number. */
  readonly size: number;
}

/** The grid of a matrix in some room, where so many cells can be drawn at most along each side. */
export function gridOf(
  { rows, cols }: Matrix,
  { width, height }: Cell,
  most: { readonly across: number; readonly down: number },
): Grid {
  const across = Math.min(cols, most.across);
  const down = Math.min(rows, most.down);
  const cell: Cell = { width: width / across, height: height / down };
  const isLarge = cell.width >= GAP_FROM && cell.height >= GAP_FROM;
  const hasNumbers = isReadable(cell);
  return {
    across,
    down,
    cell,
    gap: isLarge ? 1 : 0,
    holds: hasNumbers ? 'number' : isLarge ? 'mark' : 'nothing',
    size: Math.max(SMALLEST, Math.min(LARGEST, cell.height * 0.82, cell.width * 0.46)),
  };
}

/** From where to where a stroke leads. */
type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

/** How long a minus is at most, in CSS pixels. */
const LONGEST_MINUS = 6;

/** The strokes that mark what a value is, in a cell with this corner: a minus, a cross where it is no number, or none. */
export function markAt(
  value: number,
  x: number,
  y: number,
  { width, height }: Cell,
  ratio = 1,
): readonly Stroke[] {
  if (!Number.isFinite(value))
    return [
      [x + 2, y + 2, x + width - 3, y + height - 3],
      [x + width - 3, y + 2, x + 2, y + height - 3],
    ];
  if (value >= 0) return [];
  const half = Math.min(LONGEST_MINUS * ratio, width * 0.6) / 2;
  const [across, down] = [x + width / 2, y + height / 2];
  return [[across - half, down, across + half, down]];
}
