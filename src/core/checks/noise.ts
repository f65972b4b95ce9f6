import { tensorOf } from '../check';
import { absolute, type Matrix } from '../matrix';
import { multiply } from '../multiply';
import type { Trace } from '../trace';

/** Roundings of half a unit in the last place that may add up in J, against their sum if each were the largest. */
const ROUNDINGS = 16 * 2 ** -53;

/** The mean over examples of Σ |a||b|. */
function meanProduct(a: Matrix, b: Matrix): number {
  let sum = 0;
  for (let k = 0; k < a.data.length; k++) if (a.data[k] !== 0) sum += Math.abs(a.data[k]! * b.data[k]!);
  return sum / a.cols;
}

/**
 * How far J of a pass in float64 may be off by rounding: a few units in the last place of |J| + Σ over layers of
 * |dZ|(|W||A_prev| + |b|) + |dA||A|, the change of J if every Z and A were off by one, to first order (Higham, Accuracy
 * and Stability of Numerical Algorithms, 2nd ed. 2002, sections 1.6 and 3.5). Where 1 − A is nearly 0, dA makes it
 * large, as it is: J then hangs on the last digits of A.
 */
export function noiseOfCost(trace: Trace): number {
  const { model, buffers } = trace;
  const of = (name: string): Matrix => absolute(tensorOf(trace, name)!);
  const parts = model.layers.map((_, i) => {
    const l = i + 1;
    const terms = multiply(of(`W${l}`), of(`A${l - 1}`), 'float64', { plus: of(`b${l}`) });
    return meanProduct(of(`dZ${l}`), terms) + meanProduct(of(`dA${l}`), of(`A${l}`));
  });
  return ROUNDINGS * parts.reduce((sum, part) => sum + part, Math.abs(buffers.get('cost')!.data[0]!));
}
