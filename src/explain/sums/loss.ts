import { cell as at, fromRows } from '../../core/math/matrix';
import type { StepRows } from '../../core/operations';
import { losses } from '../../core/operations/losses';
import { matrixIn, one, type Reckon } from './reckoning';

const cost: Reckon = (step, { model }) => {
  const { cost: partOf } = losses[model.loss];
  const [A, Y] = [matrixIn(step, step.node.input), matrixIn(step, 'Y')];
  const parts = Array.from(A.data, (a, k) => [
    partOf(fromRows([[a]], 'float64'), fromRows([[Y.data[k]!]], 'float64')),
  ]);
  return { terms: parts, dividedBy: A.cols };
};

/** Of J, and of dA[L]. */
export const loss: StepRows<Reckon>['loss'] = {
  cost,
  cost_gradient(step, trace, { row, col }) {
    const a = at(matrixIn(step, step.node.input), row, col);
    const y = at(matrixIn(step, 'Y'), row, col);
    const operands = [
      { name: 'a', value: a },
      { name: 'y', value: y },
    ];
    const { gradient } = losses[trace.model.loss];
    return {
      terms: [[gradient(one(a, trace), one(y, trace)).data[0]!]],
      of: { name: 'slope of the loss', operands },
    };
  },
};

/** Of J, and of dZ[L] at once: a − y. */
export const fusedLoss: StepRows<Reckon>['fused_loss'] = {
  cost,
  output: (step, _, { row, col }) => ({
    terms: [[at(matrixIn(step, step.node.input), row, col)]],
    minus: at(matrixIn(step, 'Y'), row, col),
  }),
};
