import { scalar } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import type { Trace } from '../pass/trace';
import { around, boundsOf } from './bounds';
import { exact, type Magnitude, stored } from './magnitude';
import { tensorOf } from './tensor-of';
import { wayBack } from './way-back';

/** The gradient of J, with which the way back begins. */
export const ofCost: Magnitude = exact(scalar(1, 'float64'));

/** How many terms a cell sums at most that is computed from the gradient of an output. */
export const termsSummed = ({ terms }: Magnitude): number => Math.max(terms.rows, terms.cols);

/**
 * The magnitudes of every gradient of a pass: of dA[L], and from there, node by node, of all that its operation makes of
 * it if no term cancels another: |g′| ⊙, |W|ᵀ · and · |A_prev|ᵀ / m. Rounding on the way back is a small part of this,
 * however little is left of a sum: |fl(AB…) − AB…| ≤ γ |A||B|… (Higham, Accuracy and Stability of Numerical Algorithms,
 * 2nd ed. 2002, sections 3.5 and 3.7).
 */
export function magnitudesOf(trace: Trace): ReadonlyMap<BufferName, Magnitude> {
  const magnitudes = new Map<BufferName, Magnitude>();
  for (const node of wayBack(trace)) {
    const at = around(node, trace.model, (name) => tensorOf(trace, name)!);
    const d = magnitudes.get(gradientOf(node.output)) ?? ofCost;
    const { input, others } = boundsOf(node);
    const summed = termsSummed(d);
    magnitudes.set(gradientOf(node.input), stored(input(at, d), summed));
    for (const [name, magnitude] of others(at, d)) magnitudes.set(name, stored(magnitude, summed));
  }
  return magnitudes;
}
