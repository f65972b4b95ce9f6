import { zip } from '../../../core/math/matrix';
import { named } from '../../../core/model/names';
import { losses, lossNames } from '../../../core/operations/losses';
import { say } from '../at';
import { cause } from '../cause';
import { gradientInNumpy, lineOf, words } from './lines';

/** −Y/A alone, or the other half alone. */
export const halfGradient = cause({
  at: ['cost_gradient'],
  *tries({ made, model }) {
    if (model.loss !== 'binary_cross_entropy') return;
    const { input } = made.node;
    yield { way: (get) => zip(get(input), get('Y'), (a, y) => (y === 0 ? 0 : -y / a)) };
    yield {
      detail: '(1 − Y)/(1 − A)',
      way: (get) => zip(get(input), get('Y'), (a, y) => (y === 1 ? 0 : (1 - y) / (1 - a))),
    };
  },
  tell({ name, model }, detail) {
    const missing = detail ? '−Y/A' : '(1 − Y)/(1 − A)';
    return {
      title: `The ${missing} half of your ${say(name)} is missing.`,
      cells: detail ? String(detail) : '−Y/A',
      why: 'Binary cross entropy has two terms, and so has its derivative: one is 0 where the label is 0, the other where it is 1.',
      wrong: detail ? 'dAL = np.divide(1 - Y, 1 - AL)' : 'dAL = -np.divide(Y, AL)',
      right: lineOf(gradientInNumpy, model.loss, 'dAL'),
    };
  },
});

/** A − Y, which is dZ[L] already. */
export const outputForLast = cause({
  at: ['cost_gradient'],
  *tries({ made, model }) {
    if (model.loss !== 'mean_squared_error')
      yield { way: (get) => zip(get(made.node.input), get('Y'), (a, y) => a - y) };
  },
  tell({ name, model, l }) {
    const dZ = say(named('dZ', l));
    return {
      title: `Your ${say(name)} is A − Y: that is ${dZ} already.`,
      cells: `${say(named('A', l))} − Y`,
      why: `A − Y has the slope of the last activation in it. Take it as ${dZ}, or write the derivative of the cost here; with both, the slope counts twice.`,
      wrong: 'dAL = AL - Y',
      right: lineOf(gradientInNumpy, model.loss, 'dAL'),
    };
  },
});

/** The derivative of another loss. */
export const otherLoss = cause({
  at: ['cost_gradient'],
  *tries({ made, model }) {
    for (const loss of lossNames)
      if (loss !== model.loss && loss !== 'mean_squared_error')
        yield { detail: loss, way: (get) => losses[loss].gradient(get(made.node.input), get('Y')) };
  },
  tell: ({ name, model }, detail) => ({
    title: `Your ${say(name)} is the derivative of ${words(String(detail))}.`,
    cells: `the derivative of ${words(String(detail))}`,
    why: `The model that is open has ${words(model.loss)}.`,
    wrong: lineOf(gradientInNumpy, String(detail), 'dAL'),
    right: lineOf(gradientInNumpy, model.loss, 'dAL'),
  }),
});
