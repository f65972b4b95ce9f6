import { mean } from 'd3-array';

/** Values moved and scaled to mean 0 and standard deviation 1; values that are all the same become 0. */
export function standardised(values: readonly number[]): number[] {
  // Asked first, since the mean of three 0.2s is rounded, so that they would seem to vary.
  if (values.every((x) => x === values[0])) return values.map(() => 0);
  const centre = mean(values)!;
  const deviation = Math.sqrt(mean(values, (x) => (x - centre) ** 2)!);
  return values.map((x) => (x - centre) / deviation);
}
