/*
 * Math.max(...tensor) passes each number as an argument on the call stack, which has no room for a large tensor:
 * 784-256-128-10 has one with 200,704 numbers. These functions look at the numbers one after the other.
 */

/** The largest of any number of numbers, as Math.max has it: −∞ where there is none, NaN where one is NaN. */
export function largest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The smallest of any number of numbers, as Math.min has it: ∞ where there is none, NaN where one is NaN. */
export function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}
