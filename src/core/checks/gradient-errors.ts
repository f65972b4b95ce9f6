import type { Matrix } from '../math/matrix';
import type { BufferName } from '../model/names';
import type { Trace } from '../pass/trace';
import { allowedOfSums } from './magnitude';
import { magnitudesOf } from './magnitudes';
import { roundingOf } from './rounding';
import { sizeOfAll, sizeOfCell } from './size';
import { type Standard, standardOf } from './standard';

/** How far one gradient is from another run's. */
export interface GradientError {
  readonly gradient: BufferName;
  /** The largest difference of a cell, as a part of it or of what it sums; NaN where a run has NaN or infinity. */
  readonly error: number;
  /** Whether it is the same gradient: no cell is further off than rounding takes it. */
  readonly same: boolean;
}

/** How far the gradient of every parameter of a run is from a run of the same network, by its standard. */
export const gradientErrors = (trace: Trace, reference: Trace): GradientError[] =>
  errorsAgainst(trace, standardOf(reference));

/**
 * How far the gradient of every parameter of a run is from a standard, usually one in float64.
 *
 * A cell is a sum over examples, and where its terms cancel, rounding is large beside what is left of them: keep Z
 * itself is off by 1e-3 there. So the same is judged by the magnitudes of the terms, Σ|dZ||A_prev| / m and Σ|dZ| / m
 * in the reference; that measure bounds the error of a sum however it is rounded (Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed. 2002, section 4.2).
 */
export function errorsAgainst({ buffers, model }: Trace, standard: Standard): GradientError[] {
  const { precision } = model;
  const rounding = roundingOf(precision);
  return Array.from(standard.of, ([gradient, { right, terms }]) => {
    const differences = differencesOf(buffers.get(gradient)!, right);
    const largest = sizeOfAll(right, { terms }, standard.precision);
    // A cell that is exactly 0 says no size.
    const sizeAt = (k: number): number =>
      right.data[k] === 0
        ? largest
        : sizeOfCell(Math.abs(right.data[k]!), terms.data[k]!, standard.precision);
    return {
      gradient,
      error: largestShare(differences, sizeAt),
      same: differences.every(
        (d, k) =>
          d === 0 ||
          d <= rounding * terms.data[k]! ||
          // What was lost near 0 is only computed where it can matter: it takes a whole way back.
          (d < NEAR_0[precision] &&
            d <= allowedOfSums(precision, { terms, underflows: underflowsIn(standard).get(gradient)! }, k)),
      ),
    };
  });
}

const knownNear0 = new WeakMap<Standard, ReadonlyMap<BufferName, Matrix>>();

/** What is lost near 0 is smaller than this, unless later steps make it a hundred million times larger. */
const NEAR_0 = { float32: 2 ** -100, float64: 2 ** -996 } as const;

/** For every gradient of a run, how much its cells may have lost near 0, in units of the format's least number. */
function underflowsIn(standard: Standard): ReadonlyMap<BufferName, Matrix> {
  const found =
    knownNear0.get(standard) ??
    new Map(Array.from(magnitudesOf(standard.again()), ([name, { underflows }]) => [name, underflows]));
  knownNear0.set(standard, found);
  return found;
}

/** |x − y| for every cell; NaN where one is NaN or infinite, even in both runs: what is no number is never the same. */
const differencesOf = ({ data }: Matrix, right: Matrix): Float64Array =>
  Float64Array.from(right.data, (y, k) => {
    const difference = Math.abs(data[k]! - y);
    return difference < Infinity ? difference : Number.NaN;
  });

/** The largest of some differences, each as a part of a size. */
function largestShare(differences: Float64Array, sizeAt: (k: number) => number): number {
  let worst = 0;
  for (let k = 0; k < differences.length; k++) {
    if (differences[k] === 0) continue;
    const share = differences[k]! / sizeAt(k);
    if (!(share < Infinity)) return Number.NaN;
    worst = Math.max(worst, share);
  }
  return worst;
}
