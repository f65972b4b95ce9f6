import { activationOf, activations, cacheReadBy } from '../activations';
import { tensorOf } from '../check';
import { roundingOf } from '../gradient-errors';
import { absolute, type Matrix, map, type Precision, rowMeans } from '../matrix';
import { multiply, transposed } from '../multiply';
import type { BufferName } from '../names';
import type { Trace } from '../trace';

/** What two programs in float64 differ by on the same pass, PyTorch and this one: nobody is wrong by so little. */
const NEGLIGIBLE = 1e-12;

/** By how much a cell of a gradient may be off in a precision, by its magnitude of `magnitudesOf`. */
export const allowedOf = (precision: Precision, magnitude: number): number =>
  Math.max(roundingOf(precision) * magnitude, NEGLIGIBLE);

/**
 * For every dA, dZ, dW and db of a pass, what its cells would be if no term cancelled another on the whole way back:
 * dA[L] and from there |g′| ⊙, |W|ᵀ · and · |A_prev|ᵀ / m. Rounding on the way back is a small part of this, however
 * little is left of a sum: |fl(AB…) − AB…| ≤ γ |A||B|… (Higham, Accuracy and Stability of Numerical Algorithms, 2nd
 * ed. 2002, sections 3.5 and 3.7).
 */
export function magnitudesOf(trace: Trace): ReadonlyMap<BufferName, Matrix> {
  const { model, buffers } = trace;
  const magnitudes = new Map<BufferName, Matrix>();
  const last = model.layers.length;
  let dA = absolute(tensorOf(trace, `dA${last}`)!);
  for (let l = last; l >= 1; l--) {
    const dZ = throughActivation(l, { model, buffers }, dA);
    const [A_prev, W] = [`A${l - 1}`, `W${l}`].map((name) => absolute(buffers.get(name)!));
    magnitudes.set(`dA${l}`, dA).set(`dZ${l}`, dZ).set(`db${l}`, rowMeans(dZ));
    magnitudes.set(`dW${l}`, multiply(dZ, transposed(A_prev!), 'float64', { dividedBy: dZ.cols }));
    dA = multiply(transposed(W!), dZ, 'float64');
  }
  return magnitudes;
}

/** |g′| ⊙ dA; for softmax, whose slopes are a matrix for each column, a ⊙ (dA + Σ a dA). */
function throughActivation(l: number, { model, buffers }: Pick<Trace, 'model' | 'buffers'>, dA: Matrix) {
  const layer = model.layers[l - 1]!;
  if (activationOf(layer) === activations.softmax) return throughSoftmax(buffers.get(`A${l}`)!, dA);
  const cache = cacheReadBy(new Set(['Z']), () => buffers.get(`Z${l}`)!);
  return absolute(activationOf(layer).backward(cache, dA, layer.alpha));
}

function throughSoftmax(A: Matrix, dA: Matrix): Matrix {
  const sums = new Float64Array(A.cols);
  A.data.forEach((a, k) => {
    sums[k % A.cols]! += a * dA.data[k]!;
  });
  const dZ = map(dA, (d) => d);
  for (let k = 0; k < dZ.data.length; k++) dZ.data[k] = A.data[k]! * (dA.data[k]! + sums[k % A.cols]!);
  return dZ;
}
