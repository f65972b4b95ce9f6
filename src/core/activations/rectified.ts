import { elementwise } from './elementwise';
import { twoSlopes } from './two-slopes';

/*
 * At a kink, g′ is what A can tell: the flat side's value (as PyTorch has it). Hence every comparison here is
 * strict: with `a >= 0` the mask of relu would be all ones.
 */

/** Nair & Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines (2010). */
export const relu = twoSlopes({
  costs: { g: [0, 0], Z: [0, 0], A: [0, 0] },
  tex: { g: '\\max(0, z)', slope: { Z: '[z > 0]', A: '[a > 0]', mask: '\\mathrm{mask}' } },
  kinks: [0],
  g: [0, Infinity],
  highFor: { Z: [0, Infinity], A: [0, Infinity] },
  high: () => 1,
  low: () => 0,
});

/** Maas, Hannun & Ng (2013). A negative alpha gives one output to two slopes: then A is not enough. */
export const leaky_relu = twoSlopes({
  costs: { g: [1, 0], Z: [0, 0], A: [0, 0] },
  tex: {
    g: 'z > 0 \\;?\\; z : \\alpha z',
    slope: {
      Z: 'z > 0 \\;?\\; 1 : \\alpha',
      A: 'a > 0 \\;?\\; 1 : \\alpha',
      mask: '\\mathrm{mask} \\;?\\; 1 : \\alpha',
    },
  },
  alpha: 0.01,
  kinks: [0],
  g: (z, alpha) => (z > 0 ? z : alpha * z),
  aIsEnough: (alpha) => alpha >= 0,
  highFor: { Z: [0, Infinity], A: [0, Infinity] },
  high: () => 1,
  low: (alpha) => alpha,
});

/** Krizhevsky, Convolutional Deep Belief Networks on CIFAR-10 (2010). */
export const relu6 = twoSlopes({
  costs: { g: [0, 0], Z: [0, 0], A: [0, 0] },
  tex: {
    g: '\\min(\\max(0, z), 6)',
    slope: { Z: '[0 < z < 6]', A: '[0 < a < 6]', mask: '\\mathrm{mask}' },
  },
  kinks: [0, 6],
  g: [0, 6],
  highFor: { Z: [0, 6], A: [0, 6] },
  high: () => 1,
  low: () => 0,
});

/** Clevert, Unterthiner & Hochreiter (2016). A negative alpha folds the curve, as with leaky_relu. */
export const elu = elementwise({
  costs: { g: [1, 1], Z: [1, 1], A: [0, 0] },
  tex: {
    g: 'z > 0 \\;?\\; z : \\alpha (e^z - 1)',
    slope: { Z: 'z > 0 \\;?\\; 1 : \\alpha e^z', A: 'a > 0 \\;?\\; 1 : a + \\alpha' },
  },
  alpha: 1,
  kinks: [0],
  g: (z, alpha) => (z > 0 ? z : alpha * Math.expm1(z)),
  fromZ: (z, alpha) => (z > 0 ? 1 : alpha * Math.exp(z)),
  fromA: (a, alpha) => (a > 0 ? 1 : a + alpha),
  aIsEnough: (alpha) => alpha >= 0,
});

/** λ and λα, with both constants from the paper. */
export const LAMBDA = 1.0507009873554805;
export const LAMBDA_ALPHA = LAMBDA * 1.6732632423543772;

/** Klambauer, Unterthiner, Mayr & Hochreiter, Self-Normalizing Neural Networks (2017). */
export const selu = elementwise({
  costs: { g: [1, 1], Z: [1, 1], A: [0, 0] },
  tex: {
    g: 'z > 0 \\;?\\; \\lambda z : \\lambda\\alpha (e^z - 1)',
    slope: {
      Z: 'z > 0 \\;?\\; \\lambda : \\lambda\\alpha e^z',
      A: 'a > 0 \\;?\\; \\lambda : a + \\lambda\\alpha',
    },
  },
  kinks: [0],
  g: (z) => (z > 0 ? LAMBDA * z : LAMBDA_ALPHA * Math.expm1(z)),
  fromZ: (z) => (z > 0 ? LAMBDA : LAMBDA_ALPHA * Math.exp(z)),
  fromA: (a) => (a > 0 ? LAMBDA : a + LAMBDA_ALPHA),
});
