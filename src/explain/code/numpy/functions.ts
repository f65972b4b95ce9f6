import { slotOfRoute } from '../../../core/activations';
import type { LossName } from '../../../core/operations/losses';
import { helpers } from './in-numpy';
import { backwardName, hasAlpha, type Used, type usesOf } from './uses';

/** Every loss in NumPy. A label of 0 adds nothing whatever the output, not even 0 · ∞. */
const lossesInNumpy = {
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

/** Whether a loss is written out in NumPy. */
export const isLossInNumpy = (name: LossName): boolean => Object.hasOwn(lossesInNumpy, name);

/** A loss in NumPy; one whose row is still to come is called by its name. */
export const lossInNumpy = (name: LossName): { cost: string; gradient: string } =>
  isLossInNumpy(name) ? lossesInNumpy[name] : { cost: `${name}(A, Y)`, gradient: `${name}_gradient(A, Y)` };

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

/** A function of Python: lines, of which the last is what it returns. */
const defined = (name: string, args: string, lines: readonly string[]): string =>
  [`def ${name}(${args}):`, ...lines.slice(0, -1), `return ${lines.at(-1)}`].join('\n    ');

function activationCode(name: string, used: Used): string[] {
  const { g, dZ, mask, slope, note = [] } = used.row;
  const alpha = hasAlpha(name) ? ', alpha' : '';
  const derived = { mask, slope };
  return [
    defined(name, `Z${alpha}`, [g]),
    ...(['mask', 'slope'] as const)
      .filter((slot) => used.derived.has(slot))
      .map((slot) => defined(`${name}_${slot}`, `Z${alpha}`, [derived[slot]!])),
    ...Array.from(used.routes, (route) =>
      defined(backwardName(name, route, used), `dA, ${slotOfRoute(route)}${route === 'slope' ? '' : alpha}`, [
        ...note.map((line) => `# ${line}`),
        ...dZ[route]!,
      ]),
    ),
  ];
}

/** Whether the functions of a network need Python's math beside NumPy. */
export const needsMath = (used: ReturnType<typeof usesOf>): boolean =>
  Array.from(used.values()).some(({ row }) => row.uses?.some((helper) => helpers[helper].includes('math.')));

/** The functions that a network needs and no others, as the course writes them. */
export function functionsOf(used: ReturnType<typeof usesOf>, lossName: LossName, fused: boolean): string {
  const needed = new Set(Array.from(used.values()).flatMap(({ row }) => row.uses ?? []));
  const loss = lossInNumpy(lossName);
  return [
    linear,
    ...Array.from(needed, (helper) => helpers[helper]),
    ...Array.from(used).flatMap(([activation, how]) => activationCode(activation, how)),
    ...(loss.cost.includes('given(') ? [given] : []),
    `def compute_cost(A, Y):\n    return ${loss.cost}`,
    ...(fused ? [] : [`def cost_backward(A, Y):\n    return ${loss.gradient}`]),
  ].join('\n\n\n');
}
