import type { ActivationName } from '../../core/activations';
import type { LossName } from '../../core/losses';
import { helpers, inNumpy } from './numpy-activations';
import { backwardName, hasAlpha, type Routes } from './numpy-steps';

/** Every loss in NumPy. A label of 0 adds nothing, whatever the output: not even 0 · ∞. */
export const lossesInNumpy = {
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

/** A formula of Python as a factor: in brackets, unless it is one name, one call or in brackets already. */
export const braced = (formula: string): string =>
  /^[\w.]+$|^\(.*\)$|^[\w.]+\([^()]*\)$/.test(formula) ? formula : `(${formula})`;

/** Whether the functions of a network need Python's math beside NumPy. */
export const needsMath = (used: Routes): boolean =>
  Array.from(used.keys()).some((activation) => inNumpy(activation).uses?.includes('Phi'));

/** The functions that a network needs and no others, as the course writes them. */
export function functionsOf(used: Routes, lossName: LossName): string {
  const needed = new Set(Array.from(used.keys()).flatMap((activation) => inNumpy(activation).uses ?? []));
  const loss = lossesInNumpy[lossName];
  return [
    linear,
    ...Array.from(needed, (helper) => helpers[helper]),
    ...Array.from(used, ([activation, routes]) => activationCode(activation, routes)),
    ...(loss.cost.includes('given(') ? [given] : []),
    `def compute_cost(A, Y):\n    return ${loss.cost}`,
    `def cost_backward(A, Y):\n    return ${loss.gradient}`,
  ].join('\n\n\n');
}
