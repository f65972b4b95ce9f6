import { largest } from '../../core/math/extremes';
import { sizesOf } from '../../core/model/model';
import { frameAt } from '../../core/pass/frame';
import type { Trace } from '../../core/pass/trace';
import type { Fit } from '../stage/fit';
import { type ColumnWidths, columnWidths, type Geometry, layOut } from '../stage/geometry';
import { type Cell, measureWith, room } from '../stage/measure';
import { laneRows } from './lane-rows';

const cap: Cell = { width: 160, height: 64 };

/** From the largest cells to the smallest, in CSS pixels; a lane that is still too wide scrolls. */
const cells = [16, 15, 14, 13, 12, 11, 10, 9, 8];

const HIGHEST_CELL = 13;

const extent = (geometry: Geometry, fit: Fit): number =>
  fit === 'network' ? geometry.width : largest(geometry.cards.map((card) => card.width)) + 2 * room.edge;

/**
 * The geometries of lanes that stand one below the other, for traces of one network: columns are as wide in all of
 * them, so that what belongs together stands together.
 */
export function laneGeometries(traces: readonly Trace[], width: number, fit: Fit): Geometry[] {
  const build = (size: number): Geometry[] => {
    const cell = { width: size, height: Math.min(size, HIGHEST_CELL) };
    const lanes = traces.map((trace) => {
      const { places } = frameAt(trace, 0);
      const columns = laneRows(places.values(), trace.model.layers.length);
      return { columns, measure: measureWith(places, sizesOf(trace.model), cell, cap) };
    });
    const each = lanes.map(({ columns, measure }) => columns.map((column) => columnWidths(column, measure)));
    const widths = (each[0] ?? []).map(
      (_, i): ColumnWidths => ({
        inner: largest(each.map((lane) => lane[i]!.inner)),
        aligned: largest(each.map((lane) => lane[i]!.aligned)),
      }),
    );
    return lanes.map(({ columns, measure }) => layOut(columns, measure, { titled: false, widths }));
  };
  const sizes = cells.map((size) => () => build(size));
  for (const geometries of sizes.slice(0, -1)) {
    const built = geometries();
    if (built.every((geometry) => extent(geometry, fit) <= width)) return built;
  }
  return build(cells[cells.length - 1]!);
}
