import { line } from 'd3-shape';
import type { Place } from './Plot';

/** A point of a plane. */
export type Point = readonly [x: number, y: number];

/** A path through points; it breaks off where one is not finite. */
export const pathThrough = (points: readonly Point[], x: Place, y: Place): string =>
  line<Point>(
    ([px]) => x(px),
    ([, py]) => y(py),
  ).defined(([px, py]) => Number.isFinite(px) && Number.isFinite(py))(points) ?? '';
