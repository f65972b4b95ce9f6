import { range } from 'd3-array';
import type { Sizes } from '../../../core/model/model';
import type { Place } from '../../../core/pass/frames/place';
import { type Focus, isInFocus } from '../../../lessons/focus';
import { columnWidths, HEAD, pictureHeight, pictureWidth, TITLES } from './extents';
import { firstFitting } from './first-fitting';
import { closeCap, HIGHEST, largest, readable, WIDEST } from './fit';
import type { Geometry } from './geometry';
import { layOut } from './lay-out';
import { type Cell, type Measure, measureWith } from './measure';
import type { Row } from './row';
import { type ColumnRows, rowsOf } from './rows';

const lanes = ['forward', 'cache', 'backward'] as const;

const keysOf = ({ left, right }: Row): readonly string[] => (right === undefined ? left : [...left, right]);

/** What is in the middle, by place key: a tensor belongs to the layer in whose column it stands, as the input does. */
export function keysInFocus(
  places: ReadonlyMap<string, Place>,
  layers: number,
  focus: Focus,
): ReadonlySet<string> {
  const keys = rowsOf(places.values(), layers).flatMap(({ layer, ...rows }) =>
    lanes.flatMap((lane) =>
      rows[lane]
        .flatMap(keysOf)
        .filter((key) => isInFocus(focus, { layer, lane, tensor: places.get(key)!.tensor })),
    ),
  );
  return new Set(keys);
}

/** The smallest cells of what steps back, in which colours can still be told apart. */
const quietest: Cell = { width: 6, height: 5 };

/** The sides of cells in the middle and of all others, from the largest: what steps back gives way first. */
function candidates(side: keyof Cell, most: number): { middle: number; aside: number }[] {
  const least = readable[side];
  const half = (cell: number) => Math.max(quietest[side], cell / 2);
  return [
    ...range(Math.max(most, least), least, -0.5).map((middle) => ({ middle, aside: half(middle) })),
    ...range(half(least), quietest[side], -0.5).map((aside) => ({ middle: least, aside })),
    { middle: least, aside: quietest[side] },
  ];
}

/**
 * The whole network in its room, with cells in the middle that hold their numbers and smaller ones around them; undefined
 * where there is no room for that, or nothing in the middle. What stands under each other stays so: a column is wide, and a row is high, as soon
 * as something in it is in the middle.
 */
export function focusedGeometry(
  places: ReadonlyMap<string, Place>,
  sizes: Sizes,
  room: Cell,
  focus: Focus,
): Geometry | undefined {
  const layers = sizes.units.length - 1;
  const columns = rowsOf(places.values(), layers);
  const middle = keysInFocus(places, layers, focus);
  if (middle.size === 0) return undefined;
  const rowsIn = (column: ColumnRows) => lanes.flatMap((lane) => column[lane]);
  const isWide = (column: ColumnRows) =>
    rowsIn(column).some((row) => keysOf(row).some((key) => middle.has(key)));
  const wide = new Set(columns.filter(isWide).flatMap(rowsIn).flatMap(keysOf));
  const rows = columns.flatMap(rowsIn).map(keysOf);
  const high = new Set(rows.filter((keys) => keys.some((key) => middle.has(key))).flat());
  const measured = (large: Cell, small: Cell): Measure =>
    measureWith(places, sizes, small, closeCap, (key) => ({
      width: (wide.has(key) ? large : small).width,
      height: (high.has(key) ? large : small).height,
    }));
  const widthsWith = (measure: Measure) =>
    columns.map((column) => columnWidths(column, measure, isWide(column) ? HEAD : TITLES));
  const across = (x: { middle: number; aside: number }) =>
    measured({ width: x.middle, height: 1 }, { width: x.aside, height: 1 });
  const down = (y: { middle: number; aside: number }) =>
    measured({ width: 1, height: y.middle }, { width: 1, height: y.aside });
  const fitsAcross = (x: { middle: number; aside: number }) =>
    pictureWidth(widthsWith(across(x)), true) <= room.width;
  const fitsDown = (y: { middle: number; aside: number }) => pictureHeight(columns, down(y)) <= room.height;

  const x = firstFitting(candidates('width', largest.width), fitsAcross);
  const y = firstFitting(candidates('height', Math.min(largest.height, x.middle * HIGHEST)), fitsDown);
  if (!fitsAcross(x) || !fitsDown(y)) return undefined;
  const square = (width: number, height: number): Cell => ({
    width: Math.min(width, height * WIDEST),
    height,
  });
  const measure = measured(square(x.middle, y.middle), square(x.aside, y.aside));
  return layOut(columns, measure, { widths: widthsWith(measure) });
}
