import { ascending, quantileSorted } from 'd3-array';

/** What measurements tell of a number: the best guess, and the range in which it may lie. */
export interface Interval {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The fewest measurements that give an interval: even the widest of seven still misses in 1 case of 64. */
export const FEWEST = 8;

/** One interval in so many may miss the number. */
const ONE_IN = 100;

/**
 * The middle of at least FEWEST measurements and an interval that misses it at most once in a hundred, whatever the
 * noise: of the means of all pairs of measurements (each with itself too) the median, and as many left out at each end
 * as Wilcoxon's signed-rank test allows (Hodges & Lehmann, 1963; Hollander, Wolfe & Chicken 2014, section 3.3). It
 * asks only that each measurement is as likely to be off by d as by −d, which a coin that decides who comes first
 * brings about; neither that noise is normal, nor that it is the same from one measurement to the next.
 */
export function intervalOf(measured: readonly number[]): Interval {
  const n = measured.length;
  if (n < FEWEST) throw new RangeError(`an interval needs ${FEWEST} measurements or more, not ${n}`);
  const means = measured.flatMap((a, i) => measured.slice(i).map((b) => (a + b) / 2)).sort(ascending);
  const cut = leftOut(n);
  return { low: means[cut]!, middle: quantileSorted(means, 0.5)!, high: means[means.length - 1 - cut]! };
}

/** How many of the n(n + 1)/2 means lie beyond each end: the most for which both tails weigh at most 1 in 100. */
function leftOut(n: number): number {
  // ways[w]: how many of the 2^n choices of signs have positive ranks that sum to w.
  const ways = new Float64Array((n * (n + 1)) / 2 + 1);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank++)
    for (let w = ways.length - 1; w >= rank; w--) ways[w]! += ways[w - rank]!;
  let cut = 0;
  for (let tail = ways[0]!; 2 * (tail + ways[cut + 1]!) * ONE_IN <= 2 ** n; ) tail += ways[++cut]!;
  return cut;
}
