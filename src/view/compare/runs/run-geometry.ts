import { range, sum } from 'd3-array';
import { largest } from '../../../core/math/extremes';
import { sizesOf } from '../../../core/model/model';
import { frameAt } from '../../../core/pass/frames/frame';
import type { Trace } from '../../../core/pass/trace';
import { type ColumnWidths, columnWidths, pictureWidth } from '../../stage/layout/extents';
import { firstFitting } from '../../stage/layout/first-fitting';
import type { Fit } from '../../stage/layout/fit';
import type { Geometry } from '../../stage/layout/geometry';
import { layOut } from '../../stage/layout/lay-out';
import { type Cell, measureWith } from '../../stage/layout/measure';
import { runRows } from './run-rows';

const cap: Cell = { width: 320, height: 96 };

/** From the largest cells to the smallest, in CSS pixels; a run that is still too wide scrolls. */
const cells = range(30, 7, -1);

/** High enough for a number, and low enough for two runs to be seen at once; the heights of more, and what they have where not even the lowest lets all be seen. */
const HIGHEST_CELL = 16;
const lower = range(15, 9, -1);
const OVERFLOWING = 12;

/** What a run has over and around its picture, and the board between runs, in CSS pixels. */
const [AROUND, BETWEEN] = [42, 10];

/**
 * The geometries of runs that stand one below the other, for traces of one network: columns are as wide in all of
 * them, so that what belongs together stands together. With a height, cells are as low as lets all be seen in it.
 */
export function runGeometries(
  traces: readonly Trace[],
  width: number,
  fit: Fit,
  height = Number.POSITIVE_INFINITY,
): Geometry[] {
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
  const areSeen = (geometries: readonly Geometry[]) =>
    sum(geometries, (geometry) => geometry.height + AROUND + BETWEEN) + BETWEEN <= height;
  const high = laidOut(HIGHEST_CELL);
  if (areSeen(high)) return high;
  const low = laidOut(firstFitting(lower, (highest) => areSeen(laidOut(highest))));
  return areSeen(low) ? low : laidOut(OVERFLOWING);
}
