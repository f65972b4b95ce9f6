import type { Place } from '../../core/frame';
import type { Sizes } from '../../core/model';
import { type Cell, columnsOf, type Geometry, layOut } from './geometry';

/** The room that the stage has, and what it is used for. */
export interface Room extends Cell {
  /** Fit the whole network; or, where a hand's width is all there is, one layer. */
  readonly fit: 'network' | 'layer';
  /** Whether cells are to be large enough for their numbers, even where that makes the stage scroll. */
  readonly numbers: boolean;
}

/** The largest cells, the smallest ones of a small tensor, and those that hold a number. */
const largest: Cell = { width: 34, height: 26 };
const smallest: Cell = { width: 7, height: 7 };
export const readable: Cell = { width: 22, height: 14 };

/** The least room that a tensor of many cells is left with. */
const LEAST = { width: 90, height: 48 };

const STEP = 0.5;

/** The largest x from `most` down to `least`, in steps, for which it fits; `least` where none does. */
function largestThat(most: number, least: number, fits: (x: number) => boolean): number {
  for (let x = most; x > least; x -= STEP) if (fits(x)) return x;
  return least;
}

/**
 * The geometry of the stage for a network (the places of its trace's first frame) in some room: a pure function,
 * with cells as large as the room allows, and never much wider than high or the other way round.
 */
export function stageGeometry(places: ReadonlyMap<string, Place>, sizes: Sizes, room: Room): Geometry {
  const columns = columnsOf(places, sizes);
  const rows = Math.max(...sizes.units.slice(1));
  const least: Cell = {
    width: Math.min(smallest.width, LEAST.width / sizes.m),
    height: Math.min(smallest.height, LEAST.height / rows),
  };
  const widthWith = (width: number): number => {
    const cell = { width, height: 1 };
    if (room.fit === 'network') return layOut(columns, places, sizes, cell).width;
    return Math.max(...columns.map((column) => layOut([column], places, sizes, cell).width));
  };
  const heightWith = (height: number): number => layOut(columns, places, sizes, { width: 1, height }).height;
  const fitting = largestThat(largest.width, least.width, (width) => widthWith(width) <= room.width);
  const width = room.numbers ? Math.max(fitting, readable.width) : fitting;
  const most = Math.min(largest.height, Math.max(width * 1.3, least.height));
  const fittingHeight = largestThat(most, least.height, (height) => heightWith(height) <= room.height);
  const height =
    room.numbers || room.fit === 'layer' ? Math.max(fittingHeight, readable.height) : fittingHeight;
  return layOut(columns, places, sizes, { width: Math.min(width, height * 1.8), height });
}
