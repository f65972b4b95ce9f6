import { type Matrix, zip } from '../../../core/math/matrix';
import { larger, moved } from './bounds';

/**
 * By how much a loss's gradient may be off. It rises with A, since losses are convex; where it does not, there is a
 * pole between, as of 1/(1 − A) where A may be 1, and nothing can be told.
 */
export function besidePoles(gradient: (A: Matrix) => Matrix, A: Matrix, off: Matrix): Matrix {
  const [at, down, up] = moved(gradient, A, off);
  const below = zip(at, down, (y, x) => (x <= y ? y - x : Infinity));
  const above = zip(at, up, (y, x) => (y <= x ? x - y : Infinity));
  return zip(at, larger(below, above), (y, x) => (Number.isFinite(y) ? x : 0));
}
