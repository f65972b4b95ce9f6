import type { Lane, Place } from '../../core/frame';
import { type Sizes, shapeOf } from '../../core/model';
import { parseName } from '../../core/names';
import { type CacheTitle, type ColumnRows, type Row, rowsOf } from './rows';

/** A rectangle in the stage, in CSS pixels from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What one cell of a heatmap takes at most; a tensor too large for its room has smaller ones. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

/** Where everything on the stage stands. */
export interface Geometry extends Cell {
  readonly boxes: ReadonlyMap<string, Box>;
  /** A card of each column in each lane; the input has one in the forward lane only. */
  readonly cards: readonly (Box & { readonly lane: Lane; readonly layer: number })[];
  readonly lanes: Readonly<Record<Lane, { readonly y: number; readonly height: number }>>;
  /** The title line of each cache. */
  readonly headings: readonly (Box & CacheTitle)[];
  readonly cell: Cell;
}

/** Room around and between things. */
export const room = {
  edge: 10,
  laneTitle: 22,
  column: 9,
  card: 10,
  title: 30,
  heading: 17,
  label: 19,
  between: 10,
  row: 8,
  lane: 12,
} as const;

/** The most pixels that a tensor may take, so that one of thousands of cells leaves room for the others. */
export type Cap = Cell;

const laneNames = ['forward', 'cache', 'backward'] as const;

/** About how wide a tensor's label is: bold letters and a raised layer number. */
const labelWidth = (tensor: string): number => {
  const { kind, layer } = parseName(tensor);
  return kind.length * 9.5 + (kind === 'cost' || kind === 'Y' ? 0 : 9 + String(layer).length * 6);
};

/** Lays out all rows with cells of one size; tensors that would be larger than the cap have smaller ones. */
export function layOut(
  columns: readonly ColumnRows[],
  places: ReadonlyMap<string, Place>,
  sizes: Sizes,
  cell: Cell,
  cap: Cap,
): Geometry {
  const sizeOf = (key: string, most: number): Cell => {
    const { rows, cols } = shapeOf(places.get(key)!.tensor, sizes);
    const span = (n: number, each: number, limit: number) => Math.max(6, Math.min(n * each, limit));
    return { width: span(cols, cell.width, most), height: span(rows, cell.height, cap.height) };
  };
  const limitOf = (key: string) => (/^d?W\d/.test(places.get(key)!.tensor) ? cap.width / 2 : cap.width);
  const slotWidth = (key: string) =>
    Math.max(sizeOf(key, limitOf(key)).width, labelWidth(places.get(key)!.tensor));
  const leftWidth = ({ left }: Row) => left.reduce((sum, key) => sum + slotWidth(key) + room.between, 0);
  const rowHeight = ({ left, right }: Row) =>
    Math.max(cell.height, ...[...left, ...(right ? [right] : [])].map((key) => sizeOf(key, 0).height));
  const fullHeight = (row: Row) => (row.heading ? room.heading : 0) + room.label + rowHeight(row) + room.row;
  const laneHeight = (column: ColumnRows, lane: Lane) =>
    column[lane].reduce((sum, row) => sum + fullHeight(row), 0) +
    (lane === 'forward' ? room.title : room.row) +
    room.row;

  const heights = laneNames.map((lane) => Math.max(...columns.map((column) => laneHeight(column, lane))));
  const tops = laneNames.map(
    (_, i) => room.edge + heights.slice(0, i).reduce((sum, height) => sum + height + room.lane, 0),
  );
  const boxes = new Map<string, Box>();
  const cards: (Box & { lane: Lane; layer: number })[] = [];
  const headings: (Box & CacheTitle)[] = [];

  let x = room.edge + room.laneTitle;
  for (const column of columns) {
    const all = laneNames.flatMap((lane) => column[lane]);
    const aligned = Math.max(0, ...all.filter((row) => row.right).map(leftWidth));
    const inner = Math.max(
      ...all.map((row) => (row.right ? aligned + slotWidth(row.right) : leftWidth(row) - room.between)),
    );
    const width = inner + 2 * room.card;
    laneNames.forEach((lane, i) => {
      if (column[lane].length === 0) return;
      cards.push({ lane, layer: column.layer, x, y: tops[i]!, width, height: heights[i]! });
      let y = tops[i]! + (lane === 'forward' ? room.title : room.row);
      for (const row of column[lane]) {
        if (row.heading) {
          const { heading: height } = room;
          headings.push({ ...row.heading, x: x + room.card, y, width: inner, height });
          y += height;
        }
        let left = x + room.card;
        for (const key of row.left) {
          boxes.set(key, { x: left, y: y + room.label, ...sizeOf(key, limitOf(key)) });
          left += slotWidth(key) + room.between;
        }
        if (row.right)
          boxes.set(row.right, {
            x: x + room.card + aligned,
            y: y + room.label,
            ...sizeOf(row.right, cap.width),
          });
        y += room.label + rowHeight(row) + room.row;
      }
    });
    x += width + room.column;
  }
  const laneAt = (i: number) => ({ y: tops[i]!, height: heights[i]! });
  return {
    width: x - room.column + room.edge,
    height: tops[2]! + heights[2]! + room.edge,
    boxes,
    cards,
    lanes: { forward: laneAt(0), cache: laneAt(1), backward: laneAt(2) },
    headings,
    cell,
  };
}

/** The rows of a trace's first frame, to be laid out. */
export const columnsOf = (places: ReadonlyMap<string, Place>, sizes: Sizes): ColumnRows[] =>
  rowsOf(places.values(), sizes.units.length - 1);
