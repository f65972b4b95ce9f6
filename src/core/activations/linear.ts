import { map } from '../math/matrix';
import { type Activation, cost } from './types';

/** g(z) = z. Its slope is 1 wherever it stands, so backward touches no slot, whatever is kept. */
export const linear: Activation = {
  kinks: [],
  tex: { g: 'z', slope: {} },
  cost: { g: cost(0, 0) },
  forward: (Z) => map(Z, (z) => z),
  routes: () => [],
  derive: (slot, Z) => (slot === 'slope' ? map(Z, () => 1) : undefined),
  backward: (_, dA) => map(dA, (d) => d),
};
