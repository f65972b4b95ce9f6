import type { ActivationName } from '../../core/activations';
import type { LossName } from '../../core/losses';
import type { Matrix } from '../../core/matrix';
import type { Step, Trace } from '../../core/trace';
import { helpers, inNumpy } from './numpy-activations';
import { backwardName, hasAlpha, linesOf, routesUsed } from './numpy-steps';
import { pythonArray, pythonText } from './python';

/** A part of the script: a heading, and what stands below it. */
export interface Section {
  readonly title: string;
  readonly code: string;
}

/** Every loss in NumPy. A label of 0 adds nothing, whatever the output: not even 0 · ∞. */
const losses = {
  binary_cross_entropy: {
    cost: '-np.sum(Y * np.log(given(Y, A)) + (1 - Y) * np.log(given(1 - Y, 1 - A))) / A.shape[1]',
    gradient: '-Y / given(Y, A) + (1 - Y) / given(1 - Y, 1 - A)',
  },
  categorical_cross_entropy: {
    cost: '-np.sum(Y * np.log(given(Y, A))) / A.shape[1]',
    gradient: '-Y / given(Y, A)',
  },
  mean_squared_error: { cost: 'np.sum((A - Y) ** 2) / (2 * A.shape[1])', gradient: 'A - Y' },
} satisfies Record<LossName, { cost: string; gradient: string }>;

const given = `def given(y, p):
    """p, and 1 where y is 0 and p has no part in the cost."""
    return np.where(y == 0, 1, p)`;

const linear = `def linear_forward(A_prev, W, b):
    Z = W @ A_prev + b
    linear_cache = (A_prev, W, b)
    return Z, linear_cache


def linear_backward(dZ, linear_cache):
    A_prev, W, b = linear_cache
    m = A_prev.shape[1]
    dW = dZ @ A_prev.T / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = W.T @ dZ
    return dA_prev, dW, db`;

/** How far NumPy may be from the page: it rounds every operation, the page only what it stores. */
const tolerances = { float64: '1e-10', float32: '2e-3' } as const;

function activationCode(name: ActivationName, routes: ReadonlySet<string>): string {
  const { g, slope, mask, whole } = inNumpy(name);
  const alpha = hasAlpha(name) ? ', alpha' : '';
  const parts = [`def ${name}(Z${alpha}):\n    return ${g}`];
  if (routes.has('mask!') && mask) parts.push(`def ${name}_mask(Z${alpha}):\n    return ${mask}`);
  if (routes.has('slope!'))
    parts.push(`def ${name}_slope(Z${alpha}):\n    return (${slope.Z}).astype(Z.dtype)`);
  for (const slot of ['Z', 'A', 'mask'] as const) {
    const formula = slope[slot];
    if (!routes.has(slot) || !formula) continue;
    parts.push(
      `def ${backwardName(name, slot, routes)}(dA, ${slot}${alpha}):\n    return ${whole ? formula : `dA * ${braced(formula)}`}`,
    );
  }
  if (routes.has('slope'))
    parts.push(`def ${backwardName(name, 'slope', routes)}(dA, slope):\n    return dA * slope`);
  return parts.join('\n\n\n');
}

/** A formula as a factor. */
const braced = (formula: string): string =>
  /^[\w.]+$|^\(.*\)$|^np\.\w+\([^()]*\)$/.test(formula) ? formula : `(${formula})`;

const arrays = (entries: Iterable<readonly [string, Matrix]>): string =>
  Array.from(entries, ([name, matrix]) => `${name} = ${pythonArray(matrix)}`).join('\n');

const computed = ({ buffers, model }: Trace): [string, Matrix][] =>
  Array.from(buffers).filter(([name]) => name !== 'A0' && name !== 'Y' && !model.parameters.has(name));

/** The parts of a NumPy script that runs a pass as it was recorded; undefined where a layer has a formula of its own. */
export function numpySections(trace: Trace, name: string): Section[] | undefined {
  const { model, steps } = trace;
  if (model.layers.some(({ formula }) => formula !== undefined)) return undefined;
  const used = routesUsed(trace);
  const needed = new Set(Array.from(used.keys()).flatMap((activation) => inNumpy(activation).uses ?? []));
  const tolerance = tolerances[model.precision];
  const loss = losses[model.loss];
  return [
    {
      title: 'The data and the parameters',
      code: [
        `# ${pythonText(name)}`,
        'import math\n',
        'import numpy as np\n\n',
        `def array(rows):\n    return np.array(rows, dtype=np.${model.precision})\n\n`,
        arrays([['X', model.X], ['Y', model.Y], ...model.parameters]),
        'A0 = X',
      ].join('\n'),
    },
    {
      title: 'The layers, as the course writes them',
      code: [
        linear,
        ...Array.from(needed, (helper) => helpers[helper]),
        ...Array.from(used, ([activation, routes]) => activationCode(activation, routes)),
        ...(model.loss === 'mean_squared_error' ? [] : [given]),
        `def compute_cost(A, Y):\n    return ${loss.cost}`,
        `def cost_backward(A, Y):\n    return ${loss.gradient}`,
      ].join('\n\n\n'),
    },
    {
      title: 'What the page computed',
      code: [
        `expected = {\n${computed(trace)
          .map(([tensor, matrix]) => `    ${pythonText(tensor)}: ${pythonArray(matrix)},`)
          .join('\n')}\n}\n\n`,
        `def check(name, value):\n    np.testing.assert_allclose(value, expected[name], rtol=${tolerance}, atol=${tolerance}, err_msg=name)`,
      ].join('\n'),
    },
    {
      title: 'The pass, step by step: what is dropped is deleted, so that Python itself would object',
      code: steps
        .map((step) => ({ step, lines: linesOf(step, trace, used) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ step, lines }) => [`# step ${step.index}: ${titleOf(step)}`, ...lines].join('\n'))
        .join('\n\n'),
    },
    { title: 'Done', code: `print("${steps.length} steps agree with the page")` },
  ];
}

const titleOf = ({ op, phase, layer }: Step): string => `${phase}, layer ${layer}, ${op.replace('_', ' ')}`;

/** A NumPy script out of its parts. */
export const scriptOf = (sections: readonly Section[]): string =>
  `${sections.map(({ title, code }) => `# ${title}\n\n${code}`).join('\n\n\n')}\n`;
