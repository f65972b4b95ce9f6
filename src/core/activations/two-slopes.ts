import { clamp, gate, type Open, within } from '../math/choose';
import type { Matrix } from '../math/matrix';
import { elementwise, type Formula, type Said } from './elementwise';
import { type Activation, chooseRoute, cost, type Route, slotOfRoute } from './types';

/** An activation with two slopes, so that one bit per cell tells which: `high` in an interval, else `low`. */
interface TwoSlopes extends Said {
  /** g(z), or the ends between which g keeps z. */
  readonly g: Formula | Open;
  /** Where the slope is high, in terms of z and of a = g(z). */
  readonly highFor: { readonly Z: Open; readonly A: Open };
  high(alpha: number): number;
  low(alpha: number): number;
}

/** The activation, whose slopes are chosen in loops without a call: dA is selected, and not even NaN passes a slope of 0. */
export function twoSlopes(f: TwoSlopes): Activation {
  const { g, high, low, highFor } = f;
  const opens: Readonly<Partial<Record<Route, Open>>> = { ...highFor, mask: [0, Infinity] };
  const slopeIn =
    ([from, to]: Open): Formula =>
    (x, alpha) =>
      x > from && x < to ? high(alpha) : low(alpha);
  const byFormulas = elementwise({
    ...f,
    g: typeof g === 'function' ? g : (z) => Math.min(Math.max(z, g[0]), g[1]),
    fromZ: slopeIn(highFor.Z),
    fromA: slopeIn(highFor.A),
    selects: true,
  });
  const routes: Activation['routes'] = (alpha) => [...byFormulas.routes(alpha), 'mask'];
  return {
    ...byFormulas,
    cost: { ...byFormulas.cost, mask: cost(1, 0) },
    routes,
    ...(typeof g !== 'function' && { forward: (Z: Matrix) => clamp(Z, g) }),
    derive: (slot, Z, alpha) => (slot === 'mask' ? within(Z, highFor.Z) : byFormulas.derive(slot, Z, alpha)),
    backward(cache, dA, alpha, wanted) {
      const route = chooseRoute(routes(alpha), cache.held, wanted);
      const open = opens[route];
      return open
        ? gate(dA, cache[slotOfRoute(route)], open, high(alpha), low(alpha))
        : byFormulas.backward(cache, dA, alpha, route);
    },
  };
}
