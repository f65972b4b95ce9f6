import type { Layer, Model } from '../../core/model/model';
import type { Trace } from '../../core/pass/trace';
import { listed } from '../../explain/phrases';
import { costInNumpy } from '../../mine/causes/cost/lines';
import type { Section } from './numpy-script';
import { pythonArrays, pythonText } from './python';

/** What stands in the place of what is to be written. */
const yours = '    # your code here\n    raise NotImplementedError';

/** A function of which only the head is there, and what it has to do. */
const head = (name: string, takes: string, does: readonly string[]): string =>
  `def ${name}(${takes}):\n    """\n${does.map((line) => `    ${line}`).join('\n')}\n    """\n${yours}`;

/** The names of activations as the course's dictionaries have them, each once, in the order of the layers. */
const activationsOf = ({ model }: Trace): string[] => [
  ...new Set(model.layers.map(({ activation }) => activation)),
];

const functions = (trace: Trace): string[] => [
  head('linear_forward', 'A_prev, W, b', ['Z = W A_prev + b.', 'Returns Z, linear_cache = (A_prev, W, b).']),
  ...activationsOf(trace).map((g) => head(g, 'Z', [`A = ${g}(Z).`, 'Returns A, activation_cache = Z.'])),
  head('linear_activation_forward', 'A_prev, W, b, activation', [
    'linear_forward, and then the activation of that name.',
    'Returns A, cache = (linear_cache, activation_cache).',
  ]),
  head('L_model_forward', 'X, parameters', [
    'All layers in turn; layer l runs activations[l - 1].',
    'Returns AL and caches, a list with the cache of each layer.',
  ]),
  head('compute_cost', 'AL, Y', [
    `The cost, a mean over the m examples: ${trace.model.loss.replaceAll('_', ' ')}.`,
    'Returns one number.',
  ]),
  head('linear_backward', 'dZ, linear_cache', [
    'From dZ of a layer the gradients of its W and b, and of the A before it.',
    'dZ is per example; dW and db are of the mean cost, with 1/m.',
    'Returns dA_prev, dW, db.',
  ]),
  ...activationsOf(trace).map((g) =>
    head(`${g}_backward`, 'dA, activation_cache', [
      'dZ from dA, and from what the cache kept.',
      'Returns dZ.',
    ]),
  ),
  head('linear_activation_backward', 'dA, cache, activation', [
    'The backward of the activation of that name, and then linear_backward.',
    'Returns dA_prev, dW, db, and dZ, which is saved to be checked.',
  ]),
  head('L_model_backward', 'AL, Y, caches', [
    'All layers in turn, from the last to the first. It begins with dAL, the derivative of the cost, times m.',
    'Returns grads: grads["dA" + str(l)], grads["dZ" + str(l)], grads["dW" + str(l)], grads["db" + str(l)].',
  ]),
];

const run = `AL, caches = L_model_forward(X, parameters)
cost = compute_cost(AL, Y)
grads = L_model_backward(AL, Y, caches)`;

const save = `mine = {"X": X, "Y": Y, **parameters, "AL": AL, "cost": cost, **grads}
for l, ((A_prev, W, b), Z) in enumerate(caches, start=1):
    mine[f"Z{l}"] = Z
    if l > 1:
        mine[f"A{l - 1}"] = A_prev
np.savez("mine.npz", **mine)
print("Saved mine.npz: open it under Check mine.")`;

/** What a layer can have and the course's functions have not. */
const beyond: readonly [what: string, isIn: (layer: Layer) => boolean][] = [
  ['batch norm', ({ batch_norm }) => batch_norm !== undefined],
  ['dropout', ({ dropout }) => dropout !== undefined],
  ['activation of your own', ({ own }) => own !== undefined],
];

/** What a network has and the course's functions have not, in a sentence that says where; undefined where that is nothing. */
export function beyondCourse({ layers }: Pick<Model, 'layers'>): string | undefined {
  const lacking = beyond.flatMap(([what, isIn]) => {
    const where = layers.flatMap((layer, i) => (isIn(layer) ? [String(i + 1)] : []));
    return where.length > 0 ? [`no ${what} (layer${where.length > 1 ? 's' : ''} ${listed(where)})`] : [];
  });
  if (lacking.length === 0) return undefined;
  return `The course's functions, which you would write yourself, have ${listed(lacking)}. Take that out to start your own.`;
}

/**
 * The parts of a script with the data and the parameters of a pass, the heads of the course's functions and nothing
 * solved, which saves what was computed to be checked. Undefined where a network has what the course's functions have not.
 */
export function startSections({ model, ...trace }: Trace, name: string): Section[] | undefined {
  const { layers, loss, X, Y, parameters } = model;
  if (beyondCourse(model) || !Object.hasOwn(costInNumpy, loss)) return undefined;
  const names = [...parameters.keys()].map((key) => `"${key}": ${key}`).join(', ');
  return [
    {
      title: 'The data and the parameters',
      words: 'Examples are columns. These are the numbers of the page, so that yours can be compared.',
      code: [
        `# ${pythonText(name)}\n\n`,
        'import numpy as np\n\n\n',
        'def array(rows):\n    return np.array(rows, dtype=np.float64)\n\n\n',
        ...pythonArrays([['X', X], ['Y', Y], ...parameters]),
        `parameters = {${names}}\n`,
        `activations = [${layers.map(({ activation }) => pythonText(activation)).join(', ')}]`,
      ],
    },
    {
      title: 'The functions',
      words: 'Heads as the course has them. Nothing is solved: write what is missing.',
      code: [functions({ model, ...trace }).join('\n\n\n')],
    },
    { title: 'One pass', words: 'Forward, the cost, and back.', code: [run] },
    {
      title: 'Save it',
      words:
        'Open mine.npz on the page, under Check mine: each array is held against the right one, and a mistake is named.',
      code: [save],
    },
  ];
}
