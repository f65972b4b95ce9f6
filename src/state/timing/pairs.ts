import { median } from 'd3-array';

/** The times of one run, in ms. */
export interface Times {
  readonly pass: number;
  /** The activations' part of the way back, with all that they have computed again. */
  readonly activations: number;
}

/** Runs of two rules in turn, of which each pair is compared with itself: the machine may slow down meanwhile. */
export interface Paired {
  readonly first: Times;
  readonly second: Times;
  /** How long the first takes as a multiple of the second: the median of the pairs. */
  readonly ratio: Times;
  readonly pairs: number;
}

/** In which order a pair is run: the other way round each time, so that neither is always the one that comes first. */
export const orderOf = (pair: number): readonly [0 | 1, 0 | 1] => (pair % 2 === 0 ? [0, 1] : [1, 0]);

/** The medians of pairs of runs; there is at least one pair. */
export function summarizePairs(pairs: readonly (readonly [Times, Times])[]): Paired {
  const middle = (of: (pair: readonly [Times, Times]) => number): number => median(pairs, of) ?? Number.NaN;
  const times = (at: 0 | 1): Times => ({
    pass: middle((pair) => pair[at].pass),
    activations: middle((pair) => pair[at].activations),
  });
  return {
    first: times(0),
    second: times(1),
    ratio: {
      pass: middle(([a, b]) => a.pass / b.pass),
      activations: middle(([a, b]) => a.activations / b.activations),
    },
    pairs: pairs.length,
  };
}
