import { median } from 'd3-array';
import type { Random } from '../../data/random';
import { type Interval, intervalOf } from './interval';

/** The times of one pass, in ms. */
export interface Times {
  readonly pass: number;
  /** The activations' part of the way back, with all that they have computed again. */
  readonly activations: number;
}

/** One run of each rule, one after the other: the first rule's times, then the second's. */
export type Pair = readonly [Times, Times];

/** Which rule of a pair is run first, and which after it. */
export type Order = readonly [0 | 1, 0 | 1];

/** Runs of two rules in turn. Only runs of one pair are compared with each other, since the machine may slow down meanwhile. */
export interface Paired {
  readonly first: Times;
  readonly second: Times;
  /** How long the first takes as a multiple of the second. */
  readonly ratio: Readonly<Record<keyof Times, Interval>>;
  readonly pairs: number;
}

/**
 * The order in which an even number of pairs is run: two by two, the second the other way round, so that neither rule comes
 * first more often and a steady drift cancels; a coin decides which of the two orders comes first.
 */
export function ordersOf(pairs: number, { uniform }: Pick<Random, 'uniform'>): Order[] {
  return Array.from({ length: pairs / 2 }, (): Order[] => {
    const heads = uniform() < 0.5;
    return heads ? [first, second] : [second, first];
  }).flat();
}

const first: Order = [0, 1];
const second: Order = [1, 0];

/** What the coarsest clock can't tell from 0, in ms: shorter times count as this, so that every ratio is a number. */
const LEAST = 1e-3;

/**
 * The medians of pairs of runs in an order of `ordersOf`, sixteen or more, and the interval of their ratio: of the
 * means of two neighbouring pairs' logarithms, of which the coin made every sign as likely as the other if the rules
 * take the same time.
 */
export function summarizePairs(pairs: readonly Pair[]): Paired {
  const times = (at: 0 | 1): Times => ({
    pass: median(pairs, (pair) => pair[at].pass)!,
    activations: median(pairs, (pair) => pair[at].activations)!,
  });
  return {
    first: times(0),
    second: times(1),
    ratio: { pass: ratioOf(pairs, 'pass'), activations: ratioOf(pairs, 'activations') },
    pairs: pairs.length,
  };
}

function ratioOf(pairs: readonly Pair[], what: keyof Times): Interval {
  const logarithms = pairs.map(([a, b]) => Math.log(Math.max(a[what], LEAST) / Math.max(b[what], LEAST)));
  const ofTwo = Array.from(
    { length: pairs.length / 2 },
    (_, i) => (logarithms[2 * i]! + logarithms[2 * i + 1]!) / 2,
  );
  const { low, middle, high } = intervalOf(ofTwo);
  return { low: Math.exp(low), middle: Math.exp(middle), high: Math.exp(high) };
}
