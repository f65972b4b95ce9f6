import { type Matrix, map, type Precision } from '../math/matrix';
import { roundingOf } from './rounding';

/** What the cells of a gradient are made of, by which it is told what is small beside them; all of its shape. */
export interface Magnitude {
  /** What a cell would be if no term cancelled another on the whole way back. */
  readonly terms: Matrix;
  /** How far it would be off if every g′, and every A − Y, were off by one unit of what it subtracts: 1 − a², A and Y. */
  readonly slips: Matrix;
  /** How far apart the slopes on both sides of the kinks are on which some Z stands. */
  readonly jumps: Matrix;
}

/** A tensor whose slopes and differences lose nothing, and that stands at no kink. */
export const exact = (terms: Matrix): Magnitude => {
  const none = map(terms, () => 0);
  return { terms, slips: none, jumps: none };
};

/** f of each part of a magnitude: what is linear takes all of them alike. */
export const each = ({ terms, slips, jumps }: Magnitude, f: (part: Matrix) => Matrix): Magnitude => ({
  terms: f(terms),
  slips: f(slips),
  jumps: f(jumps),
});

/** Roundings in one g′: a square, a difference, and the exponential, which is good to a unit in the last place. */
const ROUNDINGS_IN_A_SLOPE = 8;

/**
 * By how much cell k of a gradient may be off in a precision: 1,024 units in the last place of what it sums, and a few
 * of what its slopes subtract, of which little may be left (tanh′ = 1 − a²). Nothing in this is absolute. Where an
 * infinite dA met a 0 on the way there is no such number, and nothing bounds the cell: Infinity.
 */
export const allowedOf = (precision: Precision, { terms, slips }: Magnitude, k: number): number => {
  const rounding = roundingOf(precision);
  const allowed = rounding * terms.data[k]! + (ROUNDINGS_IN_A_SLOPE / 1024) * rounding * slips.data[k]!;
  return Number.isNaN(allowed) ? Infinity : allowed;
};
