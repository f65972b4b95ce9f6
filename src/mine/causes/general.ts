import { isColumn, parseName } from '../../core/model/names';
import { turned } from '../tensor';
import { say } from './at';
import { cause } from './cause';

/** Every step there is: what can be done to any tensor. */
export const ANYWHERE = [
  ...(['linear', 'activation', 'cost', 'cost_gradient', 'activation_backward'] as const),
  ...([
    'weights',
    'bias',
    'input',
    'batch_norm',
    'batch_norm_backward',
    'normalised',
    'gamma',
    'beta',
  ] as const),
  ...(['dropout', 'dropout_backward'] as const),
];

/** A tensor the wrong way round. */
export const transposedTensor = cause({
  at: ANYWHERE,
  *tries({ name, made, of }) {
    if (isColumn(parseName(name).kind)) return;
    const { rows, cols } = made.ways[0]!(of);
    if (rows > 1 || cols > 1) yield { way: (get) => turned(made.ways[0]!(get)) };
  },
  tell({ name, made, of }) {
    const { rows, cols } = made.ways[0]!(of);
    const isWeights = parseName(name).kind === 'dW';
    return {
      title: `Your ${say(name)} is transposed.`,
      cells: `the right ${say(name)}, its rows as columns`,
      why: `Its numbers are right, but it must be ${rows} by ${cols}${isWeights ? ', as W is, for the update' : ''}.`,
      wrong: isWeights ? 'dW = np.dot(A_prev, dZ.T) / m' : `${name} = ${name}.T`,
      right: isWeights ? 'dW = np.dot(dZ, A_prev.T) / m' : `# ${name} as it was, without .T`,
    };
  },
});
