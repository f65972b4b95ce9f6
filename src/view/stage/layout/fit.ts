import { range } from 'd3-array';
import { largest as largestOf } from '../../../core/math/extremes';
import type { Sizes } from '../../../core/model/model';
import type { Place } from '../../../core/pass/frames/place';
import { columnWidths, pictureHeight, pictureWidth } from './extents';
import { firstFitting } from './first-fitting';
import type { Geometry } from './geometry';
import { layOut } from './lay-out';
import { type Cap, type Cell, type Measure, measureWith, sizedBy } from './measure';
import type { Stacking } from './row';
import { type ColumnRows, rowsOf } from './rows';

/** What is to fit into the width: all layers; or one at a time, and in a hand one of which not all lanes are seen at once. */
export type Fit = 'network' | 'layer' | 'hand';

/** The room that the stage has, and what it is used for. */
export interface Room extends Cell {
  /** Fit the whole network; or, where a hand's width is all there is, one layer. */
  readonly fit: Fit;
  /** Whether cells are to be large enough for their numbers, even where that makes the stage scroll. */
  readonly numbers: boolean;
}

/**
 * The largest cells, the smallest ones of a tensor that is not capped, those that hold a number, and the smallest that
 * still do: of letters as small as they may be, and a number that is long has one digit there.
 */
export const largest: Cell = { width: 48, height: 36 };
const smallest: Cell = { width: 7, height: 7 };
export const readable: Cell = { width: 22, height: 14 };
const densest: Cell = { width: 18.5, height: 11 };

/** The most pixels of a tensor where there is room, and where there is none. */
const largestCap: Cap = { width: 560, height: 320 };
const smallestCap: Cap = { width: 72, height: 40 };

/** The same where the reader comes close: a canvas still has to hold them. */
export const closeCap: Cap = { width: 2400, height: 1000 };

/** The most that a tensor may be high where not all lanes are seen at once, so that what is read and two that stand below it are. */
const highestIn = ({ height }: Cell): number => Math.max(100, Math.min(180, (height - 104) / 3));

/** How far cells may be from square. */
export const HIGHEST = 1.3;
export const WIDEST = 2;

/** How high cells are for their width where not all lanes are seen at once. */
const FOLLOWED = 0.66;
const tallest = 22;
const closest = 32;

/** One side of cells and cap. */
interface Extent {
  readonly cell: number;
  readonly cap: number;
}

/** The extents to try along one side, from the largest: first smaller cells, then tighter caps. */
function extents(side: keyof Cell, most: number): Extent[] {
  const cap = largestCap[side];
  // Whole pixels among them: what numbers and colours need at least is missed by no part of one.
  const sizes = [...range(most, smallest[side], -0.5), ...range(Math.floor(most), smallest[side], -1)];
  const cells = sizes.toSorted((a, b) => b - a).map((cell) => ({ cell, cap }));
  const caps = range(cap, smallestCap[side], -4).map((tighter) => ({ cell: smallest[side], cap: tighter }));
  return [...cells, ...caps, { cell: smallest[side], cap: smallestCap[side] }];
}

/**
 * The geometry of the stage for a network (the places of its trace's first frame) in some room: a pure function,
 * with cells as large as the room allows, and never much wider than high or the other way round. Smaller cells and
 * tighter caps never make a picture larger, so that sizes are found by halving, and only what they give is laid out.
 */
export function stageGeometry(places: ReadonlyMap<string, Place>, sizes: Sizes, room: Room): Geometry {
  const single = fitted('single', places, sizes, room);
  // What is bound by its width has no use for more height.
  const isLow = room.fit === 'network' ? downIn(single) < acrossIn(single) : single.height > room.height;
  if (room.fit === 'hand' || !isLow) return laidOut(single);
  const paired = fitted('paired', places, sizes, room);
  return laidOut(isBetter(paired, single, room.fit) ? paired : single);
}

/** What fits into a room, before anything is laid out. */
interface Fitted {
  readonly columns: readonly ColumnRows[];
  readonly x: Extent;
  readonly y: Extent;
  /** The width of cells that the room has of itself, before numbers ask for more. */
  readonly free: number;
  readonly height: number;
  measured(x: Extent, y: Extent): Measure;
}

/** How large cells are for their numbers along each side: 1 where these have all their room. */
const acrossIn = ({ free }: Fitted): number => free / readable.width;
const downIn = ({ y }: Fitted): number => y.cell / readable.height;

/** Whether numbers have room in cells. */
export const isReadable = ({ width, height }: Cell): boolean =>
  width >= densest.width && height >= densest.height;

const hasNumbers = ({ x, y }: Fitted): boolean => isReadable({ width: x.cell, height: y.cell });

/** Whether pairs are worth it: for larger cells where all is seen, else for less height; never at the cost of numbers. */
function isBetter(paired: Fitted, single: Fitted, fit: Fit): boolean {
  if (acrossIn(paired) < 1 && (fit === 'layer' || hasNumbers(single))) return false;
  return fit === 'network'
    ? Math.min(acrossIn(paired), downIn(paired)) > downIn(single)
    : paired.height < single.height;
}

const laidOut = ({ columns, x, y, measured }: Fitted): Geometry =>
  layOut(columns, measured({ ...x, cell: Math.min(x.cell, y.cell * WIDEST) }, y));

function fitted(stacking: Stacking, places: ReadonlyMap<string, Place>, sizes: Sizes, room: Room): Fitted {
  const columns = rowsOf(places.values(), sizes.units.length - 1, stacking);
  const one: Extent = { cell: 1, cap: 1 };
  const measured = (x: Extent, y: Extent): Measure =>
    measureWith(places, sizes, { width: x.cell, height: y.cell }, { width: x.cap, height: y.cap });
  // A deep network has many layers of one size: sizes are tried on one of each.
  const kindOf = sizedBy(places, sizes);
  const kinds = columns.map(({ forward, cache, backward }) =>
    [forward, cache, backward].map((rows) => rows.map(kindOf).join('\n')).join('\n\n'),
  );
  const ofKind = new Map(columns.map((column, i) => [kinds[i]!, column]));
  const distinct = [...ofKind.values()];
  const widthWith = (x: Extent): number => {
    const measure = measured(x, one);
    const widthOf = new Map(Array.from(ofKind, ([kind, column]) => [kind, columnWidths(column, measure)]));
    const widths = kinds.map((kind) => widthOf.get(kind)!);
    return room.fit === 'network'
      ? pictureWidth(widths, true)
      : largestOf(widths.map((width) => pictureWidth([width], true)));
  };
  const heightWith = (y: Extent): number => pictureHeight(distinct, measured(one, y));
  const isClose = room.numbers && room.fit !== 'network';
  const atLeast = ({ cell, cap }: Extent, least: number, side: keyof Cell): Extent => ({
    cell: Math.max(cell, least),
    cap: isClose
      ? closeCap[side]
      : room.fit === 'network' || side === 'width'
        ? cap
        : Math.max(cap, highestIn(room)),
  });

  const fitting = firstFitting(extents('width', largest.width), (x) => widthWith(x) <= room.width);
  const x = atLeast(fitting, room.numbers ? readable.width : 0, 'width');
  const most = Math.min(largest.height, Math.max(x.cell * HIGHEST, smallest.height));
  const low = firstFitting(extents('height', most), (y) => heightWith(y) <= room.height);
  // In a hand, what is read out of caches and what is made of it are seen at once, if cells need not be too low for that.
  const below = distinct.map((column) => ({ ...column, forward: [] }));
  const highest = isClose
    ? closest
    : room.fit === 'hand'
      ? firstFitting(
          range(tallest, readable.height - 0.5, -0.5),
          (cell) => pictureHeight(below, measured(one, { cell, cap: highestIn(room) })) <= room.height,
        )
      : tallest;
  const followed = Math.max(readable.height, Math.min(highest, x.cell * FOLLOWED));
  const least = { network: room.numbers ? readable.height : 0, layer: readable.height, hand: followed };
  const y = atLeast(low, isClose ? followed : least[room.fit], 'height');
  return { columns, x, y, free: fitting.cell, height: heightWith(y), measured };
}
