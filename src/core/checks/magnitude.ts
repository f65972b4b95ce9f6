import { type Matrix, map, type Precision } from '../math/matrix';
import { leastOf, roundingOf } from './rounding';

/** How large the numbers are that a gradient's cells are computed from, so that rounding can be judged; all of its shape. */
export interface Magnitude {
  /** What a cell would be if no term cancelled another on the whole way back. */
  readonly terms: Matrix;
  /** How far it would be off if every difference, in a g′ or in A − Y, were off by one unit of what it subtracts. */
  readonly slips: Matrix;
  /** Where some Z stands on a kink: how far apart the slopes on its two sides are. */
  readonly jumps: Matrix;
  /** How far rounding near 0 may take it, in units of the format's least number. */
  readonly underflows: Matrix;
}

/** A tensor whose slopes and differences lose nothing, and that stands at no kink. */
export const exact = (terms: Matrix): Magnitude => {
  const none = map(terms, () => 0);
  return { terms, slips: none, jumps: none, underflows: none };
};

/** f of each part of a magnitude, for an f that is linear. */
export const each = (
  { terms, slips, jumps, underflows }: Magnitude,
  f: (part: Matrix) => Matrix,
): Magnitude => ({
  terms: f(terms),
  slips: f(slips),
  jumps: f(jumps),
  underflows: f(underflows),
});

/** How many roundings near 0 there are in a stored number, besides those of the terms of its sum. */
const ROUNDINGS_NEAR_0 = 8;

/** How many roundings near 0 there are in a cell that sums so many terms. */
export const roundingsNear0 = (summed: number): number => ROUNDINGS_NEAR_0 + summed;

/** The magnitude of a tensor that is stored, a cell of which sums so many terms. */
export const stored = (magnitude: Magnitude, summed: number): Magnitude => ({
  ...magnitude,
  underflows: map(magnitude.underflows, (x) => x + roundingsNear0(summed)),
});

/** Roundings in one g′: a square, a difference, and the exponential, which is good to a unit in the last place. */
const ROUNDINGS_IN_A_SLOPE = 8;

/**
 * By how much cell k of a gradient may be off in a precision, were its slopes exact: 1,024 units in the last place of
 * what it sums, and what is lost where numbers are as small as the format has them.
 */
export const allowedOfSums = (
  precision: Precision,
  { terms, underflows }: Pick<Magnitude, 'terms' | 'underflows'>,
  k: number,
): number => roundingOf(precision) * terms.data[k]! + leastOf(precision) * underflows.data[k]!;

/**
 * By how much cell k of a gradient may be off in a precision: what `allowedOfSums` says, and a few units of what its
 * slopes subtract, of which little may be left (tanh′ = 1 − a²). Nothing in this is absolute. Where an infinite dA met
 * a 0 on the way there is no such number, and nothing bounds the cell: Infinity.
 */
export const allowedOf = (precision: Precision, magnitude: Magnitude, k: number): number => {
  const ofSlopes = (ROUNDINGS_IN_A_SLOPE / 1024) * roundingOf(precision) * magnitude.slips.data[k]!;
  const allowed = allowedOfSums(precision, magnitude, k) + ofSlopes;
  return Number.isNaN(allowed) ? Infinity : allowed;
};
