import { absolute, largestMagnitude, type Matrix, type Precision, rowMeans } from '../math/matrix';
import { multiply, transposed } from '../math/multiply';
import type { BufferName } from '../model/names';
import type { Trace } from '../pass/trace';

/** How far one gradient is from another run's. */
export interface GradientError {
  readonly gradient: BufferName;
  /** The largest relative difference of a cell; NaN where a run has NaN or infinity. */
  readonly error: number;
  /** Whether it is the same gradient: no cell is further off than rounding takes it. */
  readonly same: boolean;
}

/**
 * How far every dW and db of a run is from a run of the same network, usually one in float64.
 *
 * A cell is a sum over examples, and where its terms cancel, rounding is large beside what is left of them: keep Z
 * itself is off by 1e-3 there. So the same is judged by the magnitudes of the terms, Σ|dZ||A_prev| / m and Σ|dZ| / m
 * in the reference; that measure bounds the error of a sum however it is rounded (Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed. 2002, section 4.2).
 */
export function gradientErrors({ buffers, model }: Trace, reference: Trace): GradientError[] {
  const rounding = roundingOf(model.precision);
  return Array.from(magnitudesIn(reference), ([gradient, magnitudes]) => {
    const [found, right] = [buffers.get(gradient)!, reference.buffers.get(gradient)!];
    const differences = differencesOf(found, right);
    return {
      gradient,
      error: largestShare(differences, right),
      same: differences.every((d, k) => d === 0 || d <= rounding * magnitudes.data[k]!),
    };
  });
}

/**
 * The part of what a cell sums that may be rounding: 1,024 units in the last place, 1.2e-4 in float32 and 2.3e-13 in
 * float64. Sixteen layers round less; a sigmoid's slope from A loses more from z = 9 on in float32.
 */
export const roundingOf = (precision: Precision): number =>
  1024 * (precision === 'float32' ? 2 ** -23 : 2 ** -52);

const known = new WeakMap<Trace, ReadonlyMap<BufferName, Matrix>>();

/** For every dW and db of a run, the means of the magnitudes of the terms that its cells sum. */
function magnitudesIn(trace: Trace): ReadonlyMap<BufferName, Matrix> {
  const found = known.get(trace) ?? new Map(trace.model.layers.flatMap((_, i) => termsOf(trace, i + 1)));
  known.set(trace, found);
  return found;
}

function termsOf({ buffers }: Trace, l: number): [BufferName, Matrix][] {
  const dZ = absolute(buffers.get(`dZ${l}`)!);
  const A_prev = absolute(buffers.get(`A${l - 1}`)!);
  return [
    [`dW${l}`, multiply(dZ, transposed(A_prev), 'float64', { dividedBy: dZ.cols })],
    [`db${l}`, rowMeans(dZ)],
  ];
}

/** |x − y| for every cell; NaN where one is NaN or infinite, in both runs too: what is no number is never the same. */
const differencesOf = ({ data }: Matrix, right: Matrix): Float64Array =>
  Float64Array.from(right.data, (y, k) => {
    const difference = Math.abs(data[k]! - y);
    return difference < Infinity ? difference : Number.NaN;
  });

/** The largest difference relative to its cell; where that is 0, to the largest cell. */
function largestShare(differences: Float64Array, right: Matrix): number {
  const largest = largestMagnitude(right);
  let worst = 0;
  for (let k = 0; k < differences.length; k++) {
    if (differences[k] === 0) continue;
    const share = differences[k]! / (Math.abs(right.data[k]!) || largest);
    if (!(share < Infinity)) return Number.NaN;
    worst = Math.max(worst, share);
  }
  return worst;
}
