import { cell as at } from '../../core/math/matrix';
import { gradientOf, named, parseName } from '../../core/model/names';
import type { StepRows } from '../../core/operations';
import { givenBy, matrixIn, type Reckon } from './reckoning';

/** A cell of D: 0 or 1, as it was drawn. */
const drawn: Reckon = (step, { model }, { tensor, row, col }) => {
  const { keep_prob, D } = model.layers[step.layer - 1]!.dropout!;
  const value = at(matrixIn(step, tensor), row, col);
  return givenBy(D ? 'given' : 'drawn', value, { name: 'keep_prob', value: keep_prob });
};

/** A cell times that of D, over keep_prob; forward and on the way back. */
const dropped =
  (source: (step: Parameters<Reckon>[0]) => string): Reckon =>
  (step, { model }, { row, col }) => {
    const D = matrixIn(step, named('D', step.layer));
    return {
      terms: [[at(matrixIn(step, source(step)), row, col), at(D, row, col)]],
      dividedBy: model.layers[step.layer - 1]!.dropout!.keep_prob,
    };
  };

const forward = dropped(({ node }) => node.input);
const backward = dropped(({ node }) => gradientOf(node.output));

/** Of Adrop, D and dA. */
export const dropout: StepRows<Reckon>['dropout'] = {
  dropout(step, trace, cell) {
    if (step.phase === 'backward') return backward(step, trace, cell);
    return (parseName(cell.tensor).kind === 'D' ? drawn : forward)(step, trace, cell);
  },
  draw: drawn,
};
