import { scalar, zip } from '../../core/math/matrix';
import { named } from '../../core/model/names';
import { type LossName, losses, lossNames } from '../../core/operations/losses';
import { scaled } from '../tensor';
import { say } from './at';
import { cause, type Scene } from './cause';
import { fittedBy } from './fit';

/** The cost as the course writes it. */
export const costInNumpy: Readonly<Record<LossName, string>> = {
  binary_cross_entropy: 'cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m',
  categorical_cross_entropy: 'cost = -np.sum(Y * np.log(AL)) / m',
  mean_squared_error: 'cost = np.sum((AL - Y) ** 2) / (2 * m)',
};

/** dA[L] as the course writes it. */
export const gradientInNumpy: Readonly<Record<LossName, string>> = {
  binary_cross_entropy: 'dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))',
  categorical_cross_entropy: 'dAL = -np.divide(Y, AL)',
  mean_squared_error: 'dAL = AL - Y',
};

const words = (loss: string): string => loss.replaceAll('_', ' ');

const lineOf = (lines: Readonly<Record<string, string>>, loss: string, left: string): string =>
  lines[loss] ?? `${left} = ${loss}(AL, Y)`;

const logarithms = { log10: Math.LN10, log2: Math.LN2 } as const;

/** Another logarithm. */
export const otherLog = cause({
  at: ['cost'],
  *tries({ made, model }) {
    if (!model.loss.endsWith('cross_entropy')) return;
    for (const [detail, ln] of Object.entries(logarithms))
      yield { detail, way: (get) => scaled(made.ways[0]!(get), 1 / ln) };
  },
  tell({ model }, detail) {
    const right = lineOf(costInNumpy, model.loss, 'cost');
    return {
      title: `Your cost takes ${detail}, not the natural logarithm.`,
      cells: `the cost with np.${detail} in the place of np.log`,
      why: 'Cross entropy is written with ln, which is np.log. With another base every gradient would be divided by the same number.',
      wrong: right.replaceAll('np.log', `np.${detail}`),
      right,
    };
  },
});

/** The cost of another loss, or only one half of binary cross entropy. */
export const otherLossCost = cause({
  at: ['cost'],
  *tries({ made, model }) {
    for (const loss of lossNames)
      if (loss !== model.loss)
        yield {
          detail: loss,
          way: (get) => scalar(losses[loss].cost(get(made.node.input), get('Y')), 'float64'),
        };
  },
  tell: ({ model }, detail) => ({
    title: `Your cost is that of ${words(String(detail))}.`,
    cells: words(String(detail)),
    why: `The model that is open has ${words(model.loss)}.`,
    wrong: lineOf(costInNumpy, String(detail), 'cost'),
    right: lineOf(costInNumpy, model.loss, 'cost'),
  }),
});

/** λ/(2m) Σ W², of all layers. */
function squares({ model, of, m }: Pick<Scene, 'model' | 'of' | 'm'>): number {
  let sum = 0;
  for (let l = 1; l <= model.layers.length; l++) for (const w of of(named('W', l)).data) sum += w * w;
  return sum / (2 * m);
}

/** The cost with weight decay. */
export const regularisedCost = cause({
  at: ['cost'],
  *tries({ made, model, m, of, theirs }) {
    if (theirs?.data.length !== 1) return;
    const left = scalar(theirs.data[0]! - made.ways[0]!(of).data[0]!, 'float64');
    for (const lambda of fittedBy(left, scalar(squares({ model, of, m }), 'float64')))
      if (lambda > 0)
        yield {
          detail: lambda,
          way: (get) =>
            scalar(made.ways[0]!(get).data[0]! + lambda * squares({ model, of: get, m }), 'float64'),
        };
  },
  tell: ({ model }, detail) => ({
    title: `Your cost has weight decay in it, with λ = ${detail}.`,
    cells: `the cost, + λ/(2m) · the sum of all W²`,
    why: 'That is right if you meant it. The model that is open has none.',
    wrong: `cost = cross_entropy_cost + ${detail} / (2 * m) * (np.sum(np.square(W1)) + …)`,
    right: lineOf(costInNumpy, model.loss, 'cost'),
  }),
});

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
