import { activationOf, activations } from '../../activations';
import { absolute, type Matrix, map, zip } from '../../math/matrix';
import { multiply } from '../../math/multiply';
import type { Layer, Model } from '../../model/model';
import { losses } from '../../operations/losses';
import type { Trace } from '../../pass/trace';

/** Half a unit in the last place of float64, and how many of them a sum of a few terms or an exponential is off by. */
const UNIT = 2 ** -53;
const ROUNDINGS = 4;

/**
 * How far each cell of A[L] of a pass in float64 may be off by rounding, (n_L, m): a running error bound on the way
 * forward (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, section 3.3). It is made of g alone,
 * never of g′.
 */
export function errorOfOutput({ model, buffers }: Trace): Matrix {
  let error = map(buffers.get('A0')!, () => 0, 'float64');
  model.layers.forEach((layer, i) => {
    const [A_prev, W, b, Z] = [`A${i}`, `W${i + 1}`, `b${i + 1}`, `Z${i + 1}`].map((n) => buffers.get(n)!);
    const terms = multiply(absolute(W!), absolute(A_prev!), 'float64', { plus: absolute(b!) });
    const inherited = multiply(absolute(W!), error, 'float64');
    error = throughActivation(
      layer,
      Z!,
      zip(inherited, terms, (e, t) => e + ROUNDINGS * UNIT * t),
    );
  });
  return error;
}

/** How far g is from itself where z is off by e, and its own roundings. */
function throughActivation(layer: Layer, Z: Matrix, e: Matrix): Matrix {
  const activation = activationOf(layer);
  const A = activation.forward(Z, layer.alpha);
  if (activation === activations.softmax) {
    // Each a moves by no more than 2a max |e| of its column.
    const most = new Float64Array(Z.cols);
    for (let k = 0; k < e.data.length; k++) most[k % Z.cols] = Math.max(most[k % Z.cols]!, e.data[k]!);
    const error = map(A, (a) => a);
    for (let k = 0; k < error.data.length; k++) error.data[k]! *= 2 * most[k % Z.cols]! + ROUNDINGS * UNIT;
    return error;
  }
  const moved = [-1, 1].map((sign) =>
    activation.forward(
      zip(Z, e, (z, by) => z + sign * by),
      layer.alpha,
    ),
  );
  const error = map(A, (a) => ROUNDINGS * UNIT * Math.abs(a));
  for (let k = 0; k < error.data.length; k++) {
    const [below, above] = moved.map(({ data }) => Math.abs(data[k]! - A.data[k]!));
    error.data[k]! += Math.max(below!, above!) + (activation.rounding?.(Z.data[k]!) || 0);
  }
  return error;
}

/**
 * How far J of an output may be off by rounding, if each cell of A[L] may be off by e. Near 1 − A = 0 it hangs on the
 * last digits of A. Infinity where A might be beyond what the loss can take.
 */
export function noiseOfCost({ loss, Y }: Pick<Model, 'loss' | 'Y'>, A: Matrix, e: Matrix): number {
  const { cost, gradient } = losses[loss];
  const signs = gradient(A, Y);
  const J = cost(A, Y);
  const [below, above] = [-1, 1].map((way) => {
    const aside = map(A, (a) => a);
    for (let k = 0; k < aside.data.length; k++)
      aside.data[k]! += way * Math.sign(signs.data[k]!) * e.data[k]!;
    return Math.abs(cost(aside, Y) - J);
  });
  const noise = Math.max(below!, above!) + ROUNDINGS * UNIT * Math.abs(J);
  return noise < Infinity ? noise : Infinity;
}
