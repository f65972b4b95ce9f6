import { activationOf, activations } from '../activations';
import { absolute, type Matrix, map, type Precision, rowMeans, zip } from '../math/matrix';
import { multiply, transposed } from '../math/multiply';
import { isFused, type Layer } from '../model/model';
import type { BufferName } from '../model/names';
import type { Trace } from '../pass/trace';
import { tensorOf } from './distance';
import { roundingOf } from './gradient-errors';
import { steepnessNear } from './steepness';

/** What the cells of a gradient are made of, by which it is told what is small beside them; both of its shape. */
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

/** Roundings in one g′: a square, a difference, and the exponential, which is good to a unit in the last place. */
const ROUNDINGS_IN_A_SLOPE = 8;

/**
 * By how much cell k of a gradient may be off in a precision: 1,024 units in the last place of what it sums, and a few
 * of what its slopes subtract, of which little may be left (tanh′ = 1 − a²). Nothing in this is absolute.
 */
export const allowedOf = (precision: Precision, { terms, slips }: Magnitude, k: number): number => {
  const rounding = roundingOf(precision);
  return rounding * terms.data[k]! + (ROUNDINGS_IN_A_SLOPE / 1024) * rounding * slips.data[k]!;
};

/**
 * The magnitudes of every dA, dZ, dW and db of a pass: dA[L], and from there |g′| ⊙, |W|ᵀ · and · |A_prev|ᵀ / m.
 * Rounding on the way back is a small part of this, however little is left of a sum: |fl(AB…) − AB…| ≤ γ |A||B|…
 * (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, sections 3.5 and 3.7).
 */
export function magnitudesOf(trace: Trace): ReadonlyMap<BufferName, Magnitude> {
  const { model, buffers } = trace;
  const magnitudes = new Map<BufferName, Magnitude>();
  const last = model.layers.length;
  let dA = exact(absolute(tensorOf(trace, `dA${last}`)!));
  for (let l = last; l >= 1; l--) {
    const [Z, A, A_prev, W] = [`Z${l}`, `A${l}`, `A${l - 1}`, `W${l}`].map((name) => buffers.get(name)!);
    const isAtOnce = l === last && isFused(model);
    const dZ = isAtOnce ? ofDifference(A!, model.Y) : throughActivation(model.layers[l - 1]!, Z!, A!, dA);
    magnitudes.set(`dA${l}`, dA).set(`dZ${l}`, dZ);
    for (const [name, magnitude] of parametersOf(l, dZ, A_prev!)) magnitudes.set(name, magnitude);
    const weights = transposed(absolute(W!));
    dA = each(dZ, (part) => multiply(weights, part, 'float64'));
  }
  return magnitudes.set('dA0', dA);
}

/** The magnitudes of dW and db of layer l. */
export function parametersOf(l: number, dZ: Magnitude, A_prev: Matrix): [BufferName, Magnitude][] {
  const inputs = transposed(absolute(A_prev));
  const ofWeights = (part: Matrix) => multiply(part, inputs, 'float64', { dividedBy: part.cols });
  return [
    [`dW${l}`, each(dZ, ofWeights)],
    [`db${l}`, each(dZ, rowMeans)],
  ];
}

const each = ({ terms, slips, jumps }: Magnitude, f: (part: Matrix) => Matrix): Magnitude => ({
  terms: f(terms),
  slips: f(slips),
  jumps: f(jumps),
});

/** A − Y, and |A| + |Y|, which it subtracts. */
export const ofDifference = (A: Matrix, Y: Matrix): Magnitude => ({
  ...exact(absolute(zip(A, Y, (a, y) => a - y))),
  slips: zip(absolute(A), absolute(Y), (a, y) => a + y),
});

/** |g′| ⊙ dA; for softmax, whose slopes are a matrix for each column, a ⊙ (dA + Σ a dA). */
export function throughActivation(layer: Layer, Z: Matrix, A: Matrix, dA: Magnitude): Magnitude {
  const activation = activationOf(layer);
  if (activation === activations.softmax) return each(dA, (part) => throughSoftmax(A, part));
  const { steepest, jump } = steepnessNear(layer, Z);
  const passed = each(dA, (part) => zip(steepest, part, timesSlope));
  const bent = zip(jump, dA.terms, timesSlope);
  const through = { ...passed, jumps: zip(passed.jumps, bent, (inherited, own) => inherited + own) };
  // A slope of two values is chosen, and so is that of a straight line: nothing is subtracted.
  const isChosen = activation.routes(layer.alpha).includes('mask') || activation === activations.linear;
  if (isChosen) return through;
  return { ...through, slips: zip(through.slips, dA.terms, (slip, d) => slip + d) };
}

/** Where a slope is 0, nothing passes: no NaN either. */
const timesSlope = (slope: number, d: number): number => (slope === 0 ? 0 : slope * d);

function throughSoftmax(A: Matrix, dA: Matrix): Matrix {
  const sums = new Float64Array(A.cols);
  A.data.forEach((a, k) => {
    sums[k % A.cols]! += timesSlope(a, dA.data[k]!);
  });
  const dZ = map(dA, (d) => d);
  for (let k = 0; k < dZ.data.length; k++)
    dZ.data[k] = timesSlope(A.data[k]!, dA.data[k]! + sums[k % A.cols]!);
  return dZ;
}
