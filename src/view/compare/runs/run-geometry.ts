import { range, sum } from 'd3-array';
import { largest } from '../../../core/math/extremes';
import { sizesOf } from '../../../core/model/model';
import { frameAt } from '../../../core/pass/frames/frame';
import type { Trace } from '../../../core/pass/trace';
import { type ColumnWidths, columnWidths, pictureHeight, pictureWidth } from '../../stage/layout/extents';
import { firstFitting } from '../../stage/layout/first-fitting';
import type { Fit } from '../../stage/layout/fit';
import type { Geometry } from '../../stage/layout/geometry';
import { layOut } from '../../stage/layout/lay-out';
import { type Cell, measureWith } from '../../stage/layout/measure';
import { runRows } from './run-rows';

const cap: Cell = { width: 320, height: 96 };

/** From the largest cells to the smallest, in CSS pixels; a run that is still too wide scrolls. */
const cells = range(30, 7, -1);

/** High enough for a number, and low enough for two runs to be seen at once; and what they have where not even the lowest lets all be seen. */
const HIGHEST_CELL = 16;
const OVERFLOWING = 12;

/** How runs stand: what each has over and around its picture, the board between them, and what is below the last, in CSS pixels. */
interface Stand {
  /** Whether their heads have small letters and two short lines. */
  readonly tight: boolean;
  readonly around: number;
  readonly between: number;
  /** The button for another run, where it stands below them. */
  readonly foot: number;
  /** The lowest cells that are worth it. */
  readonly lowest: number;
}

/** From the roomiest to the tightest; CSS has their sizes too. */
const stands: readonly Stand[] = [
  { tight: false, around: 42, between: 10, foot: 46, lowest: 10 },
  { tight: true, around: 37, between: 4, foot: 52, lowest: 10 },
  { tight: true, around: 37, between: 4, foot: 0, lowest: 7.5 },
];

/** The height in which all runs are to be seen, in CSS pixels, and whether the button for another stands below them. */
interface RunsRoom {
  readonly height: number;
  readonly adds: boolean;
}

/** Where everything in the pictures of some runs stands, and whether there is so little height that their heads are tight. */
interface RunsGeometry {
  readonly geometries: readonly Geometry[];
  readonly tight: boolean;
}

/**
 * The geometries of runs that stand one below the other, for traces of one network: columns are as wide in all of
 * them, so that what belongs together stands together. With a room, cells are as low, and runs as close, as lets all be
 * seen in it.
 */
export function runGeometries(
  traces: readonly Trace[],
  width: number,
  fit: Fit,
  { height, adds }: RunsRoom = { height: Number.POSITIVE_INFINITY, adds: true },
): RunsGeometry {
  const runs = traces.map((trace) => {
    const { places } = frameAt(trace, 0);
    const sizes = sizesOf(trace.model);
    return {
      columns: runRows(places.values(), trace.model.layers.length),
      measured: (cell: Cell) => measureWith(places, sizes, cell, cap),
    };
  });
  const cellOf = (size: number, highest = HIGHEST_CELL): Cell => ({
    width: size,
    height: Math.min(size, highest),
  });
  const widthsWith = (size: number): ColumnWidths[] => {
    const each = runs.map(({ columns, measured }) => {
      const measure = measured(cellOf(size));
      return columns.map((column) => columnWidths(column, measure));
    });
    return (each[0] ?? []).map((_, i) => ({
      inner: largest(each.map((run) => run[i]!.inner)),
      aligned: largest(each.map((run) => run[i]!.aligned)),
    }));
  };
  const extentWith = (size: number): number => {
    const widths = widthsWith(size);
    return fit === 'network'
      ? pictureWidth(widths, false)
      : largest(widths.map((column) => pictureWidth([column], false)));
  };
  const size = firstFitting(cells, (candidate) => extentWith(candidate) <= width);
  const widths = widthsWith(size);
  const laidOut = (highest: number) =>
    runs.map(({ columns, measured }) =>
      layOut(columns, measured(cellOf(size, highest)), { titled: false, widths }),
    );
  const heightWith = (highest: number, { around, between, foot }: Stand): number => {
    const heights = runs.map(({ columns, measured }) =>
      pictureHeight(columns, measured(cellOf(size, highest))),
    );
    return sum(heights, (high) => high + around + between) + between + (adds ? foot : 0);
  };
  for (const stand of stands) {
    const areSeen = (highest: number) => heightWith(highest, stand) <= height;
    const highest = firstFitting(range(HIGHEST_CELL, stand.lowest - 0.5, -0.5), areSeen);
    if (areSeen(highest)) return { geometries: laidOut(highest), tight: stand.tight };
  }
  return { geometries: laidOut(OVERFLOWING), tight: false };
}
