import type { ActivationName } from '../../../core/activations';
import { type InNumpy, times } from './in-numpy';

/**
 * A slope that is 0 by a comparison selects dA, as `dZ[Z <= 0] = 0` does, and never multiplies by 0: so no NaN and no
 * infinity in dA passes a closed cell.
 */
const open = (Z: string, A: string, high = 'dA', low = '0'): Pick<InNumpy, 'dZ' | 'mask'> => ({
  dZ: {
    Z: [`np.where(${Z}, ${high}, ${low})`],
    A: [`np.where(${A}, ${high}, ${low})`],
    mask: [`np.where(mask, ${high}, ${low})`],
    slope: ['np.where(slope == 0, 0, dA * slope)'],
  },
  mask: Z,
});

const softmaxBackward = (A: string) => `${A} * (dA - np.sum(${A} * dA, axis=0, keepdims=True))`;

const LAMBDA = '1.0507009873554805';
const LAMBDA_ALPHA = '1.7580993408473766';
const SIXTH = 'np.float32(1 / 6)';

/** What a script says of hard_swish at its kinks; what it checks there allows both slopes. */
export const hardSwishKinks = [
  'At exactly -3 and 3 the slope jumps, from 0 to -1/2 and from 3/2 to 1, and versions of PyTorch differ in which of the',
  'two they take. The page has 0 and 1; where Z is there, the check of dZ allows both.',
];

/** Every activation in NumPy. To add one is to add it here. */
export const numpyActivations = {
  linear: { g: 'Z', dZ: { slope: ['dA * slope'] }, slope: 'np.ones_like(Z)' },
  relu: { g: 'np.maximum(Z, 0)', ...open('Z > 0', 'A > 0'), slope: 'np.where(Z > 0, np.ones_like(Z), 0)' },
  leaky_relu: {
    g: 'np.where(Z > 0, Z, alpha * Z)',
    ...open('Z > 0', 'A > 0', 'dA', 'alpha * dA'),
    slope: 'np.where(Z > 0, np.ones_like(Z), alpha)',
  },
  relu6: {
    g: 'np.minimum(np.maximum(Z, 0), 6)',
    ...open('(Z > 0) & (Z < 6)', '(A > 0) & (A < 6)'),
    slope: 'np.where((Z > 0) & (Z < 6), np.ones_like(Z), 0)',
  },
  elu: {
    g: 'np.where(Z > 0, Z, alpha * np.expm1(np.minimum(Z, 0)))',
    dZ: {
      Z: ['np.where(Z > 0, dA, dA * (alpha * np.exp(np.minimum(Z, 0))))'],
      A: ['np.where(A > 0, dA, dA * (A + alpha))'],
      slope: ['dA * slope'],
    },
    slope: 'np.where(Z > 0, 1, alpha * np.exp(np.minimum(Z, 0)))',
  },
  selu: {
    g: `np.where(Z > 0, ${LAMBDA} * Z, ${LAMBDA_ALPHA} * np.expm1(np.minimum(Z, 0)))`,
    dZ: times({
      Z: `np.where(Z > 0, ${LAMBDA}, ${LAMBDA_ALPHA} * np.exp(np.minimum(Z, 0)))`,
      A: `np.where(A > 0, ${LAMBDA}, A + ${LAMBDA_ALPHA})`,
    }),
    slope: `np.where(Z > 0, ${LAMBDA}, ${LAMBDA_ALPHA} * np.exp(np.minimum(Z, 0)))`,
  },
  sigmoid: {
    g: 'sigma(Z)',
    dZ: {
      Z: ['s = sigma(Z)', 'dA * (s * (1 - s))'],
      Z_stable: ['e = np.exp(-np.abs(Z))', 'dA * (e / (1 + e) ** 2)'],
      A: ['dA * (A * (1 - A))'],
      slope: ['dA * slope'],
    },
    slope: 'sigma(Z) * (1 - sigma(Z))',
    uses: ['sigma'],
  },
  hard_sigmoid: {
    g: 'np.minimum(np.maximum(Z + 3, 0), 6) / 6',
    // PyTorch's kernel has the sixth in float32, and so has the page.
    ...open('(Z > -3) & (Z < 3)', '(A > 0) & (A < 1)', `dA * ${SIXTH}`),
    slope: `np.where((Z > -3) & (Z < 3), np.full_like(Z, ${SIXTH}), 0)`,
  },
  tanh: {
    g: 'np.tanh(Z)',
    dZ: {
      Z: ['t = np.tanh(Z)', 'dA * (1 - t**2)'],
      Z_stable: ['e = np.exp(-2 * np.abs(Z))', 'dA * (4 * e / (1 + e) ** 2)'],
      A: ['dA * ((1 + A) * (1 - A))'],
      slope: ['dA * slope'],
    },
    slope: '1 - np.tanh(Z) ** 2',
  },
  hard_tanh: {
    g: 'np.minimum(np.maximum(Z, -1), 1)',
    ...open('(Z > -1) & (Z < 1)', '(A > -1) & (A < 1)'),
    slope: 'np.where((Z > -1) & (Z < 1), np.ones_like(Z), 0)',
  },
  softplus: {
    g: 'np.maximum(Z, 0) + np.log1p(np.exp(-np.abs(Z)))',
    dZ: times({ Z: 'sigma(Z)', A: '-np.expm1(-A)' }),
    slope: 'sigma(Z)',
    uses: ['sigma'],
  },
  softsign: {
    g: 'Z / (1 + np.abs(Z))',
    dZ: times({ Z: '(1 / (1 + np.abs(Z)) ** 2)', A: '(1 - np.abs(A)) ** 2' }),
    slope: '1 / (1 + np.abs(Z)) ** 2',
  },
  gelu: {
    g: 'Z * Phi(Z)',
    dZ: times({ Z: '(Phi(Z) + Z * np.exp(-(Z**2) / 2) / math.sqrt(2 * math.pi))' }),
    slope: 'Phi(Z) + Z * np.exp(-(Z**2) / 2) / math.sqrt(2 * math.pi)',
    uses: ['Phi'],
  },
  silu: {
    g: 'Z * sigma(Z)',
    dZ: { Z: ['s = sigma(Z)', 'dA * (s + Z * s * (1 - s))'], slope: ['dA * slope'] },
    slope: 'sigma(Z) + Z * sigma(Z) * (1 - sigma(Z))',
    uses: ['sigma'],
  },
  mish: {
    g: 'Z * np.tanh(np.logaddexp(0, Z))',
    dZ: {
      Z: ['t = np.tanh(np.logaddexp(0, Z))', 'dA * (t + Z * sigma(Z) * (1 - t**2))'],
      slope: ['dA * slope'],
    },
    slope: 'np.tanh(np.logaddexp(0, Z)) + Z * sigma(Z) / np.cosh(np.logaddexp(0, Z)) ** 2',
    uses: ['sigma'],
  },
  hard_swish: {
    g: 'Z * np.minimum(np.maximum(Z + 3, 0), 6) / 6',
    dZ: {
      Z: ['np.where(Z <= -3, 0, np.where(Z >= 3, dA, dA * (Z / 3 + 0.5)))'],
      slope: ['np.where(slope == 0, 0, dA * slope)'],
    },
    slope: 'np.where(Z <= -3, 0, np.where(Z >= 3, 1, Z / 3 + 0.5))',
    note: hardSwishKinks,
  },
  sine: { g: 'np.sin(Z)', dZ: times({ Z: 'np.cos(Z)' }), slope: 'np.cos(Z)' },
  softmax: {
    g: 'np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)',
    dZ: { Z: ['a = softmax(Z)', softmaxBackward('a')], A: [softmaxBackward('A')] },
  },
} satisfies Record<ActivationName, InNumpy>;
