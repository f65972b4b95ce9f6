import { range } from 'd3-array';

/**
 * The places along a stretch that are nearest to some, in which two are so far apart, and half as far from both ends, as long
 * as there is room for all of them.
 */
export function apart(places: readonly number[], distance: number, extent: number): number[] {
  const order = range(places.length).toSorted((a, b) => places[a]! - places[b]!);
  const at = [...places];
  let least = distance / 2;
  for (const i of order) {
    at[i] = Math.max(at[i]!, least);
    least = at[i]! + distance;
  }
  let most = extent - distance / 2;
  for (const i of order.toReversed()) {
    at[i] = Math.min(at[i]!, most);
    most = at[i]! - distance;
  }
  return at;
}
