import { elementwise } from '../../src/core/activations/elementwise';

/** arctan z, as one object: its slope from A is cos², since 1 + tan² = 1/cos². */
export const arctan = elementwise({
  costs: { g: [0, 1], Z: [2, 0], A: [1, 1] },
  tex: {
    g: '\\arctan z',
    slope: { Z: '\\frac{1}{1 + z^2}', A: '\\cos^2 a' },
  },
  g: (z) => Math.atan(z),
  fromZ: (z) => 1 / (1 + z * z),
  fromA: (a) => Math.cos(a) ** 2,
});
