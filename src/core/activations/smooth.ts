import { elementwise } from './elementwise';
import { normalCdf, normalDensity } from './normal';
import { logistic, logisticSlope } from './squashing';

/** ln(1 + e^z), as Dugas et al. (2001) have it, one-to-one, so that A tells the slope: σ(z) = 1 − e^−a. */
export const softplus = elementwise({
  costs: { g: [0, 2], Z: [1, 1], A: [0, 1] },
  tex: { g: '\\ln(1 + e^z)', slope: { Z: '\\sigma(z)', A: '1 - e^{-a}' } },
  g: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  fromZ: logistic,
  fromA: (a) => -Math.expm1(-a),
});

/*
 * The rest fall and then rise, so that two z share one output and not one slope: there is no way from A.
 */

/** z Φ(z), exactly, not by its tanh approximation. Hendrycks & Gimpel (2016). */
export const gelu = elementwise({
  // Of Φ and φ only the exponentials are counted: how many terms their series take depends on z.
  costs: { g: [1, 2], Z: [1, 4] },
  tex: { g: 'z\\,\\Phi(z)', slope: { Z: '\\Phi(z) + z\\,\\varphi(z)' } },
  g: (z) => z * normalCdf(z),
  fromZ: (z) => normalCdf(z) + z * normalDensity(z),
});

/** z σ(z). Elfwing, Uchibe & Doya (2017); also called swish. */
export const silu = elementwise({
  costs: { g: [2, 1], Z: [4, 2] },
  tex: { g: 'z\\,\\sigma(z)', slope: { Z: '\\sigma(z) + z\\,\\sigma(z)(1 - \\sigma(z))' } },
  g: (z) => z * logistic(z),
  fromZ: (z) => logistic(z) + z * logisticSlope(z),
});

/**
 * t = tanh(softplus(z)) and 1 − t², in powers of q = e^−|z| so that nothing overflows or cancels:
 * with e = e^z, t = (e² + 2e) / (e² + 2e + 2) and 1 − t² = 4 (e + 1)² / (e² + 2e + 2)².
 */
function tanhOfSoftplus(z: number): { t: number; slope: number } {
  const q = Math.exp(-Math.abs(z));
  const below = z > 0 ? 1 + 2 * q + 2 * q * q : q * q + 2 * q + 2;
  const t = (z > 0 ? 1 + 2 * q : q * q + 2 * q) / below;
  const slope = (z > 0 ? 2 * q * (1 + q) : 2 * (q + 1)) / below;
  return { t, slope: slope * slope };
}

/** z tanh(softplus(z)). Misra (2020). */
export const mish = elementwise({
  costs: { g: [10, 1], Z: [12, 2] },
  tex: {
    g: 'z \\tanh(\\ln(1 + e^z))',
    slope: { Z: 't + z\\,\\sigma(z)(1 - t^2),\\; t = \\tanh(\\ln(1 + e^z))' },
  },
  g: (z) => z * tanhOfSoftplus(z).t,
  fromZ(z) {
    const { t, slope } = tanhOfSoftplus(z);
    return t + z * logistic(z) * slope;
  },
});

/** z hard_sigmoid(z). Howard et al., Searching for MobileNetV3 (2019). */
export const hard_swish = elementwise({
  costs: { g: [2, 0], Z: [1, 0] },
  tex: {
    g: '\\tfrac16 z \\min(\\max(0, z + 3), 6)',
    slope: { Z: 'z \\le -3 \\;?\\; 0 : z \\ge 3 \\;?\\; 1 : \\tfrac13 z + \\tfrac12' },
  },
  kinks: [-3, 3],
  selects: true,
  g: (z) => z * (Math.min(Math.max(z + 3, 0), 6) / 6),
  fromZ: (z) => (z <= -3 ? 0 : z >= 3 ? 1 : z / 3 + 0.5),
});

/** Sitzmann et al., Implicit Neural Representations with Periodic Activation Functions (2020). */
export const sine = elementwise({
  costs: { g: [0, 1], Z: [0, 1] },
  tex: { g: '\\sin z', slope: { Z: '\\cos z' } },
  g: (z) => Math.sin(z),
  fromZ: (z) => Math.cos(z),
});
