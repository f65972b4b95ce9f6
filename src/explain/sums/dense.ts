import { cell as at } from '../../core/math/matrix';
import { gradientOf, named } from '../../core/model/names';
import type { StepRows } from '../../core/operations';
import { matrixIn, meanOf, type Reckon, upTo } from './reckoning';

/** Of Z, dW, db and dA of the layer before. */
export const dense: StepRows<Reckon>['dense'] = {
  linear(step, _, { row, col }) {
    const W = matrixIn(step, named('W', step.layer));
    const A = matrixIn(step, step.node.input);
    const b = matrixIn(step, named('b', step.layer));
    return { terms: [...upTo(W.cols).map((k) => [at(W, row, k), at(A, k, col)]), [at(b, row, 0)]] };
  },
  weights(step, _, { row, col }) {
    const dZ = matrixIn(step, gradientOf(step.node.output));
    const A = matrixIn(step, step.node.input);
    return meanOf(dZ, (k) => [at(dZ, row, k), at(A, col, k)]);
  },
  bias(step, _, { row }) {
    const dZ = matrixIn(step, gradientOf(step.node.output));
    return meanOf(dZ, (k) => [at(dZ, row, k)]);
  },
  input(step, _, { row, col }) {
    const W = matrixIn(step, named('W', step.layer));
    const dZ = matrixIn(step, gradientOf(step.node.output));
    return { terms: upTo(W.rows).map((k) => [at(W, k, row), at(dZ, k, col)]) };
  },
};
