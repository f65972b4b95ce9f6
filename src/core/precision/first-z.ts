import { type NumberFormat, SMALLEST_NORMAL } from './formats';
import type { Slopes } from './routes';

/** How far a slope is from the true one, relative to that; 0 where both are 0, infinite where it is no number. */
export function relativeError(slope: number, exact: number): number {
  if (slope === exact) return 0;
  return Number.isFinite(slope) ? Math.abs(slope - exact) / Math.abs(exact) : Number.POSITIVE_INFINITY;
}

/** A z of the format, by how many of its numbers lie between 0 and it; the true slope there, and that of a route. */
interface Point {
  readonly place: number;
  readonly exact: number;
  readonly slope: number;
}

/** How far out a softsign is followed; slopes that decay exponentially have left the normal numbers long before. */
const FARTHEST = 1e9;

/** How many z are computed at once: cheaper than one by one, and not many more than are needed. */
const CHUNK = 1024;

/** The places of |z| in steps of 1/256 up to 128, then a 512th further each time, in chunks. */
function* steps(format: NumberFormat): Generator<number[]> {
  let chunk: number[] = [];
  let last = -1;
  for (let z = 0; z <= FARTHEST; z = z < 128 ? z + 1 / 256 : z * (1 + 1 / 512)) {
    const place = format.placeOf(format.round(z));
    if (place > last) chunk.push(place);
    last = place;
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  yield chunk;
}

/**
 * For each of some errors, in ascending order, the smallest |z| of a number format at which g′ by a route is off by as
 * much, relative to the true g′; null where that never happens as long as the true g′ is a normal number of the format
 * and |z| ≤ 1e9. The error is jagged, since g′ by a route is a staircase. But both staircase and true slope are
 * monotone over the short way between two neighbouring steps, so that their values at both ends bound the error in
 * between: a stretch whose bound stays below what is looked for is passed over, any other is halved, from the left, down
 * to neighbours in the format. A route that wavers, by a digit of its last operations, may be found late by one step.
 * A step in which the true g′ changes its sign is passed over: near 0 every relative error is large and tells nothing.
 */
export function firstZ(
  slopes: Slopes,
  exact: Slopes,
  format: NumberFormat,
  sign: 1 | -1,
  errors: readonly number[],
): (number | null)[] {
  const pointsAt = (places: readonly number[]): Point[] => {
    const zs = places.map((place) => sign * format.numberAt(place));
    const [truth, found] = [exact(zs), slopes(zs)];
    return places.map((place, i) => ({ place, exact: truth[i]!, slope: found[i]! }));
  };
  const first: number[] = [];
  const all = () => errors.map((_, i) => first[i] ?? null);
  let before: Point | undefined;
  for (const chunk of steps(format)) {
    for (const point of pointsAt(chunk)) {
      if (point.exact !== 0 && Math.abs(point.exact) < SMALLEST_NORMAL) return all();
      while (before && before.exact * point.exact >= 0) {
        const place = firstBetween(before, point, errors[first.length]!, (at) => pointsAt([at])[0]!);
        if (place === undefined) break;
        first.push(format.numberAt(place));
        if (first.length === errors.length) return all();
      }
      before = point;
    }
  }
  return all();
}

/** The first place from `left` on and up to `right` with at least this error; undefined where there is none. */
function firstBetween(
  left: Point,
  right: Point,
  error: number,
  pointAt: (place: number) => Point,
): number | undefined {
  if (relativeError(left.slope, left.exact) >= error) return left.place;
  if (largestError(left, right) < error) return undefined;
  if (right.place - left.place < 2)
    return relativeError(right.slope, right.exact) >= error ? right.place : undefined;
  const middle = pointAt(Math.floor((left.place + right.place) / 2));
  return firstBetween(left, middle, error, pointAt) ?? firstBetween(middle, right, error, pointAt);
}

/** No error between two points is larger if both slopes are monotone there. */
function largestError(left: Point, right: Point): number {
  const [low, high] = [Math.min(left.slope, right.slope), Math.max(left.slope, right.slope)];
  const [least, most] = [Math.min(left.exact, right.exact), Math.max(left.exact, right.exact)];
  if (low === most && high === least) return 0;
  const smallest = least * most <= 0 ? 0 : Math.min(Math.abs(least), Math.abs(most));
  return Math.max(high - least, most - low) / smallest;
}
