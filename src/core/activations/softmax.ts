import { type Matrix, zeros } from '../matrix';
import { type Activation, chooseRoute } from './types';

/**
 * Softmax down each column: (n, m) to (n, m). It has no slope per cell; backward is the vector-Jacobian
 * product of diag(a) − a aᵀ. A does not give Z back (a constant is lost), and yet it is enough.
 */
export const softmax: Activation = {
  kinks: [],
  tex: {
    g: '\\frac{e^{z_i}}{\\sum_k e^{z_k}}',
    slope: {
      Z: 'a \\odot (dA - \\textstyle\\sum a\\, dA),\\; a = \\mathrm{softmax}(z)',
      A: 'a \\odot (dA - \\textstyle\\sum a\\, dA)',
    },
  },
  forward: (Z) => normalized(Z, Z.type),
  routes: () => ['A', 'Z'],
  derive: () => undefined,
  backward(cache, dA): Matrix {
    const route = chooseRoute(this.routes(0), cache.held);
    const A = route === 'A' ? cache.A : normalized(cache.Z, 'float64');
    return vectorJacobianProduct(A, dA);
  },
};

function normalized(Z: Matrix, type: Matrix['type']): Matrix {
  const A = zeros(Z.rows, Z.cols, type);
  for (let j = 0; j < Z.cols; j++) {
    let max = -Infinity;
    for (let k = j; k < Z.data.length; k += Z.cols) max = Math.max(max, Z.data[k]!);
    let sum = 0;
    for (let k = j; k < Z.data.length; k += Z.cols) sum += Math.exp(Z.data[k]! - max);
    for (let k = j; k < Z.data.length; k += Z.cols) A.data[k] = Math.exp(Z.data[k]! - max) / sum;
  }
  return A;
}

function vectorJacobianProduct(A: Matrix, dA: Matrix): Matrix {
  const dZ = zeros(dA.rows, dA.cols, dA.type);
  for (let j = 0; j < A.cols; j++) {
    let sum = 0;
    for (let k = j; k < A.data.length; k += A.cols) sum += A.data[k]! * dA.data[k]!;
    for (let k = j; k < A.data.length; k += A.cols) dZ.data[k] = A.data[k]! * (dA.data[k]! - sum);
  }
  return dZ;
}
