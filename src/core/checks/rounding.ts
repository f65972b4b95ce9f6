import type { Precision } from '../math/matrix';

/**
 * The part of what a cell sums that may be rounding: 1,024 units in the last place, 1.2e-4 in float32 and 2.3e-13 in
 * float64. Sixteen layers round less, and so do sums of up to 262,144 terms, by 4√n halves of a unit (Higham & Mary,
 * 2019); a sigmoid's slope from A loses more from z = 9 on in float32.
 */
export const roundingOf = (precision: Precision): number =>
  1024 * (precision === 'float32' ? 2 ** -23 : 2 ** -52);

/** Half a unit in the last place of float64. */
const UNIT = 2 ** -53;

/** How many of them a sum of a few terms or an exponential is off by. */
const ROUNDINGS = 4;

/** The least that a format tells from 0. What is stored near it is rounded to whole multiples. */
export const leastOf = (precision: Precision): number => (precision === 'float32' ? 2 ** -149 : 2 ** -1074);

/** What a number that is computed from terms of that size, `summed` of them where they are many, is off by in float64. */
export const roundingIn = (terms: number, summed = 0): number =>
  ROUNDINGS * UNIT * terms + (ROUNDINGS + summed) * leastOf('float64');
