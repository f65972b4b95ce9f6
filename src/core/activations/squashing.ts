import { elementwise } from './elementwise';
import { twoSlopes } from './two-slopes';

/** 1 / (1 + e^−z), by whichever of its two forms does not overflow. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** σ(z)(1 − σ(z)) without the subtraction, which loses every digit once σ rounds to 1: e/(1+e)² with e = e^−|z|. */
export function logisticSlope(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e) ** 2;
}

/**
 * σ(z), the logistic function. On the way back s is rounded just as A was when it was stored, so that 1/(1 − A) of binary
 * cross entropy and s(1 − s) carry the same rounding error, which cancels.
 */
export const sigmoid = elementwise({
  costs: { g: [1, 1], Z: [2, 1], A: [1, 0], Z_stable: [2, 1] },
  tex: {
    g: '\\frac{1}{1 + e^{-z}}',
    slope: {
      Z: 's (1 - s),\\; s = \\frac{1}{1 + e^{-z}}',
      Z_stable: '\\frac{e}{(1 + e)^2},\\; e = e^{-|z|}',
      A: 'a (1 - a)',
    },
  },
  g: logistic,
  /** From the course's sigmoid_backward. */
  fromZ(z, _, round) {
    const s = round(logistic(z));
    return round(s * round(1 - s));
  },
  stableFromZ: logisticSlope,
  fromA: (a) => a * (1 - a),
});

/** tanh z = 2σ(2z) − 1, so that its slope is 4σ(2z)(1 − σ(2z)). */
export const tanh = elementwise({
  costs: { g: [0, 1], Z: [1, 1], A: [1, 0], Z_stable: [4, 1] },
  tex: {
    g: '\\tanh z',
    slope: {
      Z: '1 - t^2,\\; t = \\tanh z',
      Z_stable: '\\frac{4e}{(1 + e)^2},\\; e = e^{-2|z|}',
      A: '1 - a^2',
    },
  },
  g: (z) => Math.tanh(z),
  /** The course's 1 − A², with A worked out again. */
  fromZ(z, _, round) {
    const t = round(Math.tanh(z));
    return round(1 - round(t * t));
  },
  stableFromZ: (z) => 4 * logisticSlope(2 * z),
  fromA: (a) => (1 + a) * (1 - a),
});

/** Bergstra, Desjardins, Lamblin & Bengio (2009). */
export const softsign = elementwise({
  costs: { g: [1, 0], Z: [2, 0], A: [1, 0] },
  tex: {
    g: '\\frac{z}{1 + |z|}',
    slope: { Z: '\\frac{1}{(1 + |z|)^2}', A: '(1 - |a|)^2' },
  },
  g: (z) => z / (1 + Math.abs(z)),
  fromZ: (z) => 1 / (1 + Math.abs(z)) ** 2,
  fromA: (a) => (1 - Math.abs(a)) ** 2,
});

/**
 * The slope of hard_sigmoid between its kinks, as PyTorch has it: its kernel writes 1.0f / 6.0f, in float64 too, so
 * that the slope is 3e-8 of itself above the sixth of the paper. We agree with PyTorch, which judges our numbers.
 */
const SIXTH = Math.fround(1 / 6);

/** σ in three straight pieces, as Howard et al., Searching for MobileNetV3 (2019), draw them. */
export const hard_sigmoid = twoSlopes({
  costs: { g: [1, 0], Z: [0, 0], A: [0, 0] },
  tex: {
    g: '\\tfrac16 \\min(\\max(0, z + 3), 6)',
    slope: {
      Z: '\\tfrac16 [-3 < z < 3]',
      A: '\\tfrac16 [0 < a < 1]',
      mask: '\\tfrac16 \\mathrm{mask}',
    },
  },
  kinks: [-3, 3],
  /** NumPy has 1/6. */
  versions: 2 ** -24,
  g: (z) => Math.min(Math.max(z + 3, 0), 6) / 6,
  highFor: { Z: [-3, 3], A: [0, 1] },
  high: () => SIXTH,
  low: () => 0,
});

/** tanh in three straight pieces. Collobert (2004). */
export const hard_tanh = twoSlopes({
  costs: { g: [0, 0], Z: [0, 0], A: [0, 0] },
  tex: {
    g: '\\min(\\max(-1, z), 1)',
    slope: { Z: '[-1 < z < 1]', A: '[-1 < a < 1]', mask: '\\mathrm{mask}' },
  },
  kinks: [-1, 1],
  g: [-1, 1],
  highFor: { Z: [-1, 1], A: [-1, 1] },
  high: () => 1,
  low: () => 0,
});
