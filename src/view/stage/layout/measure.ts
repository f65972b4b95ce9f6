import { largest } from '../../../core/math/extremes';
import { type Sizes, shapeOf } from '../../../core/model/model';
import { parseName } from '../../../core/model/names';
import type { Place } from '../../../core/pass/frames/place';
import { createOnce } from '../once';
import type { Row } from './row';

/** What one cell of a heatmap takes at most; a tensor too large for its room has smaller ones. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

/** The most pixels that a tensor may take, so that one of thousands of cells leaves room for the others. */
export type Cap = Cell;

/** Room around and between things. */
export const room = {
  edge: 4,
  laneTitle: 16,
  column: 5,
  card: 8,
  title: 38,
  top: 4,
  heading: 18,
  label: 17,
  between: 9,
  row: 5.5,
  lane: 5,
} as const;

/** The fewest pixels of a side, so that no tensor becomes a line. */
const THINNEST = 6;

/** About how wide a tensor's label is: bold letters and a raised layer number. */
export const labelWidth = (tensor: string): number => {
  const { kind, layer } = parseName(tensor);
  return kind.length * 9.5 + (kind === 'cost' || kind === 'Y' ? 0 : 9 + String(layer).length * 6);
};

/** Whether a cache's title stands beside its slots, where a row has nothing else, and so takes no line of its own. */
export const isTitledAside = ({ titles, left }: Row): boolean => titles?.length === 1 && left.length === 0;

/** The least room of a title that stands beside slots: that of its longer line. */
export const ASIDE = 113;

/** The line of titles over a row, where it has any. */
export const headingHeight = (row: Row): number => (row.titles && !isTitledAside(row) ? room.heading : 0);

/** How large tensors and rows are with cells of one size. */
export interface Measure {
  /** The heatmap of the place of that key. */
  sizeOf(key: string): Cell;
  /** What it takes from the row: at least the width of its label. */
  slotWidth(key: string): number;
  /** What stands on the left of a row, with the gap behind each. */
  leftWidth(row: Row): number;
  /** The highest heatmap of a row. */
  cellsHeight(row: Row): number;
  /** Title, labels and heatmaps of a row. */
  rowHeight(row: Row): number;
}

/** What a place's size follows from, whatever its cells. */
interface Extent {
  readonly rows: number;
  readonly cols: number;
  readonly isWeights: boolean;
  readonly label: number;
  /** All of these, as a string. */
  readonly kind: string;
}

const extentsOnce = createOnce<ReadonlyMap<string, Extent>>();

/** The extents of all places, worked out once: many sizes of cells are tried on them. */
const extentsOf = (places: ReadonlyMap<string, Place>, sizes: Sizes) =>
  extentsOnce(
    places,
    [sizes],
    () =>
      new Map(
        Array.from(places, ([key, { tensor }]) => {
          const { rows, cols } = shapeOf(tensor, sizes);
          const isWeights = /^d?W\d/.test(tensor);
          const label = labelWidth(tensor);
          return [key, { rows, cols, isWeights, label, kind: `${rows} ${cols} ${isWeights} ${label}` }];
        }),
      ),
  );

/** What the size of a row follows from, whatever its cells, as a string: rows of which it is one are of one size. */
export function sizedBy(places: ReadonlyMap<string, Place>, sizes: Sizes): (row: Row) => string {
  const extents = extentsOf(places, sizes);
  const each = (key: string): string => extents.get(key)!.kind;
  return ({ titles = [], left, right }) =>
    [titles.length, left.map(each).join(), right && each(right)].join('; ');
}

/**
 * Measures for the tensors of a network: a pure function, so that the page is never asked. All have cells of one size,
 * unless `cellOf` gives some larger ones.
 */
export function measureWith(
  places: ReadonlyMap<string, Place>,
  sizes: Sizes,
  cell: Cell,
  cap: Cap,
  cellOf: (key: string) => Cell = () => cell,
): Measure {
  const span = (n: number, each: number, limit: number) => Math.max(THINNEST, Math.min(n * each, limit));
  const extents = extentsOf(places, sizes);
  const sizeOf = (key: string): Cell => {
    const { rows, cols, isWeights } = extents.get(key)!;
    const { width, height } = cellOf(key);
    return {
      width: span(cols, width, isWeights ? cap.width / 2 : cap.width),
      height: span(rows, height, cap.height),
    };
  };
  const slotWidth = (key: string) => Math.max(sizeOf(key).width, extents.get(key)!.label);
  const leftWidth = ({ left }: Row) => left.reduce((sum, key) => sum + slotWidth(key) + room.between, 0);
  const cellsHeight = ({ left, right }: Row) =>
    largest([cell.height, ...[...left, ...(right ? [right] : [])].map((key) => sizeOf(key).height)]);
  const rowHeight = (row: Row) => headingHeight(row) + room.label + cellsHeight(row) + room.row;
  return { sizeOf, slotWidth, leftWidth, cellsHeight, rowHeight };
}
