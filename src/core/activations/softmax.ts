import { type Matrix, zeros } from '../math/matrix';
import { type Activation, chooseRoute, cost, type Route } from './types';

const routes: readonly Route[] = ['A', 'Z'];

/**
 * Softmax down each column: (n, m) to (n, m). It has no slope per cell; backward is the vector-Jacobian
 * product of diag(a) − a aᵀ. A does not give Z back (a constant is lost), and yet it is enough.
 */
export const softmax: Activation = {
  mixesColumns: true,
  kinks: [],
  cost: { g: cost(1, 1), A: cost(2, 0), Z: cost(3, 1) },
  tex: {
    g: '\\frac{e^{z_i}}{\\sum_k e^{z_k}}',
    slope: {
      Z: 'a \\odot (dA - \\textstyle\\sum a\\, dA),\\; a = \\mathrm{softmax}(z)',
      A: 'a \\odot (dA - \\textstyle\\sum a\\, dA)',
    },
  },
  forward: (Z) => normalized(Z, Z.type),
  routes: () => routes,
  derive: () => undefined,
  backward(cache, dA, _, wanted): Matrix {
    const route = chooseRoute(routes, cache.held, wanted);
    return vectorJacobianProduct(route === 'A' ? cache.A : normalized(cache.Z, 'float64'), dA);
  },
};

/** Each column of Z as e^z over their sum, less its largest z so that nothing overflows; stored as `type`. */
function normalized(Z: Matrix, type: Matrix['type']): Matrix {
  const A = zeros(Z.rows, Z.cols, type);
  const exponentials = new Float64Array(Z.rows);
  for (let j = 0; j < Z.cols; j++) {
    let max = -Infinity;
    for (let k = j; k < Z.data.length; k += Z.cols) max = Math.max(max, Z.data[k]!);
    let sum = 0;
    for (let k = j, i = 0; k < Z.data.length; k += Z.cols, i++)
      sum += exponentials[i] = Math.exp(Z.data[k]! - max);
    for (let k = j, i = 0; k < Z.data.length; k += Z.cols, i++) A.data[k] = exponentials[i]! / sum;
  }
  return A;
}

/** dZ = (diag(a) − a aᵀ) dA, column by column, without the n × n matrix. */
function vectorJacobianProduct(A: Matrix, dA: Matrix): Matrix {
  const dZ = zeros(dA.rows, dA.cols, dA.type);
  for (let j = 0; j < A.cols; j++) {
    let sum = 0;
    for (let k = j; k < A.data.length; k += A.cols) sum += A.data[k]! * dA.data[k]!;
    for (let k = j; k < A.data.length; k += A.cols) dZ.data[k] = A.data[k]! * (dA.data[k]! - sum);
  }
  return dZ;
}
