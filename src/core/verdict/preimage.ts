import { type Matrix, zip } from '../math/matrix';
import { multiply } from '../math/multiply';
import { transposed } from '../math/view';

/** The sum of the squares of all cells. */
function squared({ data }: Matrix): number {
  let sum = 0;
  for (const x of data) sum += x * x;
  return sum;
}

/**
 * A column Z (n, 1) with f(Z) = A, looked for from `start`: Gauss-Newton with halved steps, where `J` gives the
 * transposed Jacobian (n, n). It takes the shortest of all steps, so that it also gets there where f keeps less than Z
 * had. The answer is the nearest it came to; whether that is near enough is for the caller to see.
 */
export function preimageNear(
  f: (Z: Matrix) => Matrix,
  J: (Z: Matrix) => Matrix,
  A: Matrix,
  start: Matrix,
): Matrix {
  let Z = start;
  let missing = zip(A, f(Z), (a, b) => a - b);
  for (let i = 0; i < 100 && squared(missing) > 0; i++) {
    const step = shortestSolution(J(Z), missing);
    let part = 1;
    let next = Z;
    let left = missing;
    do {
      next = zip(Z, step, (z, s) => z + part * s);
      left = zip(A, f(next), (a, b) => a - b);
      part /= 2;
    } while (part > 1e-6 && !(squared(left) < squared(missing)));
    if (!(squared(left) < squared(missing))) break;
    [Z, missing] = [next, left];
  }
  return Z;
}

/**
 * The shortest x with J x nearest to b, from Jᵀ (n, n) and b (n, 1): conjugate gradients on the normal equations, n
 * steps. Björck, Numerical Methods for Least Squares Problems (1996), algorithm 7.4.1.
 */
function shortestSolution(JT: Matrix, b: Matrix): Matrix {
  const times = (left: Parameters<typeof multiply>[0], right: Matrix) => multiply(left, right, 'float64');
  let x = zip(b, b, () => 0);
  let residual = b;
  let direction = times(JT, b);
  let before = squared(direction);
  const enough = before * 1e-24;
  for (let i = 0; i < b.rows && before > enough; i++) {
    const image = times(transposed(JT), direction);
    const length = before / squared(image);
    x = zip(x, direction, (p, q) => p + length * q);
    residual = zip(residual, image, (p, q) => p - length * q);
    const gradient = times(JT, residual);
    const now = squared(gradient);
    direction = zip(gradient, direction, (p, q) => p + (now / before) * q);
    before = now;
  }
  return x;
}
