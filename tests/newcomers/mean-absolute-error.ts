import { zip } from '../../src/core/math/matrix';
import type { Loss } from '../../src/core/operations/losses';

/** Σ|A − Y|/m, as one object; at A = Y the slope is 0, as PyTorch's l1_loss has it. */
export const meanAbsoluteError: Loss = {
  tex: { cost: '\\frac1m \\sum |A - Y|', gradient: '\\operatorname{sign}(A - Y)' },
  cost(A, Y) {
    let sum = 0;
    for (let k = 0; k < A.data.length; k++) sum += Math.abs(A.data[k]! - Y.data[k]!);
    return sum / A.cols;
  },
  gradient: (A, Y) => zip(A, Y, (a, y) => Math.sign(a - y)),
};
