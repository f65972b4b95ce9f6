import { type ActivationName, activationOf, type Route, slotOfRoute } from '../../../src/core/activations';
import { cacheOf } from '../../../src/core/activations/cells';
import { fromRows, type Matrix, type Precision } from '../../../src/core/math/matrix';

const single = (x: number, precision: Precision): Matrix => fromRows([[x]], precision);

const usual = (name: ActivationName): number => activationOf(name).alpha ?? 0;

/** g(z), as a layer of one cell stores it. */
export const valueAt = (
  name: ActivationName,
  z: number,
  precision: Precision = 'float64',
  alpha = usual(name),
): number => activationOf(name).forward(single(z, precision), alpha).data[0]!;

/** g′(z) by a route, from a cache that holds one slot: dZ for a dA of 1. */
export function slopeAt(
  name: ActivationName,
  z: number,
  route: Route = 'Z',
  precision: Precision = 'float64',
  alpha = usual(name),
): number {
  const { forward, derive, backward } = activationOf(name);
  const Z = single(z, precision);
  const slot = slotOfRoute(route);
  const held = slot === 'Z' ? Z : slot === 'A' ? forward(Z, alpha) : derive(slot, Z, alpha)!;
  return backward(cacheOf(slot, held), single(1, precision), alpha, route).data[0]!;
}

/** g′(z) by each route that an activation has. */
export const slopesAt = (
  name: ActivationName,
  z: number,
  precision: Precision = 'float64',
  alpha = usual(name),
) =>
  activationOf(name)
    .routes(alpha)
    .map((route) => slopeAt(name, z, route, precision, alpha));
