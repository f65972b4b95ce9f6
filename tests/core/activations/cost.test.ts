import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type ActivationSlot,
  activationNames,
  activationOf,
  cacheReadBy,
  slotOfRoute,
} from '../../../src/core/activations';
import { fromRows, type Matrix } from '../../../src/core/math/matrix';

/** What takes far longer than a product, of all that Math has. */
const counted = [
  ...([
    'exp',
    'expm1',
    'log',
    'log1p',
    'log2',
    'log10',
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
  ] as const),
  ...(['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const),
];

/** How many of Math's functions are called meanwhile. */
function evaluations(run: () => void): number {
  const spies = counted.map((name) => vi.spyOn(Math, name));
  run();
  const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return calls;
}

const one = (value: number): Matrix => fromRows([[value]], 'float64');

/** Every branch of every activation, and far out on both sides. */
const zs = [-800, -40, -9, -3.5, -1.6, -0.7, 0, 0.7, 1.6, 3.5, 9, 40, 800];

/** The most that is evaluated for one cell, wherever it lies. */
const most = (run: (Z: Matrix) => void): number => Math.max(...zs.map((z) => evaluations(() => run(one(z)))));

afterEach(() => vi.restoreAllMocks());

describe('the exponentials that an activation says it costs', () => {
  for (const name of activationNames) {
    const activation = activationOf(name);
    const alpha = activation.alpha ?? 0;
    const heldOf = (slot: ActivationSlot, Z: Matrix): Matrix =>
      slot === 'Z' ? Z : slot === 'A' ? activation.forward(Z, alpha) : activation.derive(slot, Z, alpha)!;

    it(`are the most that ${name} evaluates on the way forward`, () => {
      expect(most((Z) => activation.forward(Z, alpha))).toBe(activation.cost.g.exponentials);
    });

    for (const route of activation.routes(alpha))
      it(`are the most that ${name} evaluates on the way back by ${route}`, () => {
        const slot = slotOfRoute(route);
        const spent = zs.map((z) => {
          const held = heldOf(slot, one(z));
          const cache = cacheReadBy(new Set([slot]), () => held);
          return evaluations(() => activation.backward(cache, one(1), alpha, route));
        });
        expect(Math.max(...spent)).toBe(activation.cost[route]!.exponentials);
      });
  }
});
