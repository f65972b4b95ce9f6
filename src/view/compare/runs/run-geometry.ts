import { range } from 'd3-array';
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

/** High enough for a number, and low enough for two runs to be seen at once. */
const HIGHEST_CELL = 16;

/**
 * The geometries of runs that stand one below the other, for traces of one network: columns are as wide in all of
 * them, so that what belongs together stands together.
 */
export function runGeometries(traces: readonly Trace[], width: number, fit: Fit): Geometry[] {
  const runs = traces.map((trace) => {
    const { places } = frameAt(trace, 0);
    const sizes = sizesOf(trace.model);
    return {
      columns: runRows(places.values(), trace.model.layers.length),
      measured: (cell: Cell) => measureWith(places, sizes, cell, cap),
    };
  });
  const cellOf = (size: number): Cell => ({ width: size, height: Math.min(size, HIGHEST_CELL) });
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
  return runs.map(({ columns, measured }) =>
    layOut(columns, measured(cellOf(size)), { titled: false, widths }),
  );
}
