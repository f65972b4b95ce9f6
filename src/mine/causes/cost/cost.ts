import { scalar } from '../../../core/math/matrix';
import { named } from '../../../core/model/names';
import { losses, lossNames } from '../../../core/operations/losses';
import { scaled } from '../../tensor';
import { cause, type Scene } from '../cause';
import { fittedBy } from '../fit';
import { costInNumpy, lineOf, words } from './lines';

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
