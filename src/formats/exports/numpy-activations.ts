import type { ActivationName } from '../../core/activations';

/** An activation in NumPy: expressions in Z, A, mask, dA and alpha. */
export interface InNumpy {
  /** A. */
  readonly g: string;
  /** g′ by what it is worked out from; softmax has dZ itself, since it has no slope per cell. */
  readonly slope: { readonly Z: string; readonly A?: string; readonly mask?: string };
  /** What one bit per cell stands for, where the slope has two values. */
  readonly mask?: string;
  /** Whether `slope` is dZ rather than g′. */
  readonly whole?: true;
  /** Names of helpers that it uses. */
  readonly uses?: readonly (keyof typeof helpers)[];
}

/** Functions that some activations share. */
export const helpers = {
  sigma: `def sigma(Z):
    """1 / (1 + e^-z), by whichever form does not overflow."""
    e = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1, e) / (1 + e)`,
  Phi: `def Phi(Z):
    """The standard normal distribution function."""
    return np.vectorize(math.erfc, otypes=[Z.dtype])(-Z / math.sqrt(2)) / 2`,
} as const;

const softmaxBackward = (A: string) => `${A} * (dA - np.sum(${A} * dA, axis=0, keepdims=True))`;

const LAMBDA = '1.0507009873554805';
const LAMBDA_ALPHA = '1.7580993408473766';

/** Every activation in NumPy. To add one is to add it here. */
export const numpyActivations = {
  linear: { g: 'Z', slope: { Z: 'np.ones_like(Z)' } },
  relu: {
    g: 'np.maximum(Z, 0)',
    slope: { Z: '(Z > 0)', A: '(A > 0)', mask: 'mask' },
    mask: 'Z > 0',
  },
  leaky_relu: {
    g: 'np.where(Z > 0, Z, alpha * Z)',
    slope: {
      Z: 'np.where(Z > 0, 1, alpha)',
      A: 'np.where(A > 0, 1, alpha)',
      mask: 'np.where(mask, 1, alpha)',
    },
    mask: 'Z > 0',
  },
  relu6: {
    g: 'np.minimum(np.maximum(Z, 0), 6)',
    slope: { Z: '((Z > 0) & (Z < 6))', A: '((A > 0) & (A < 6))', mask: 'mask' },
    mask: '(Z > 0) & (Z < 6)',
  },
  elu: {
    g: 'np.where(Z > 0, Z, alpha * np.expm1(np.minimum(Z, 0)))',
    slope: {
      Z: 'np.where(Z > 0, 1, alpha * np.exp(np.minimum(Z, 0)))',
      A: 'np.where(A > 0, 1, A + alpha)',
    },
  },
  selu: {
    g: `np.where(Z > 0, ${LAMBDA} * Z, ${LAMBDA_ALPHA} * np.expm1(np.minimum(Z, 0)))`,
    slope: {
      Z: `np.where(Z > 0, ${LAMBDA}, ${LAMBDA_ALPHA} * np.exp(np.minimum(Z, 0)))`,
      A: `np.where(A > 0, ${LAMBDA}, A + ${LAMBDA_ALPHA})`,
    },
  },
  sigmoid: { g: 'sigma(Z)', slope: { Z: 'sigma(Z) * sigma(-Z)', A: 'A * (1 - A)' }, uses: ['sigma'] },
  hard_sigmoid: {
    g: 'np.minimum(np.maximum(Z + 3, 0), 6) / 6',
    slope: {
      Z: 'np.float32(1 / 6) * ((Z > -3) & (Z < 3))',
      A: 'np.float32(1 / 6) * ((A > 0) & (A < 1))',
      mask: 'np.float32(1 / 6) * mask',
    },
    mask: '(Z > -3) & (Z < 3)',
  },
  tanh: { g: 'np.tanh(Z)', slope: { Z: '4 * sigma(2 * Z) * sigma(-2 * Z)', A: '1 - A**2' }, uses: ['sigma'] },
  hard_tanh: {
    g: 'np.minimum(np.maximum(Z, -1), 1)',
    slope: { Z: '((Z > -1) & (Z < 1))', A: '((A > -1) & (A < 1))', mask: 'mask' },
    mask: '(Z > -1) & (Z < 1)',
  },
  softplus: {
    g: 'np.maximum(Z, 0) + np.log1p(np.exp(-np.abs(Z)))',
    slope: { Z: 'sigma(Z)', A: '-np.expm1(-A)' },
    uses: ['sigma'],
  },
  softsign: { g: 'Z / (1 + np.abs(Z))', slope: { Z: '1 / (1 + np.abs(Z)) ** 2', A: '(1 - np.abs(A)) ** 2' } },
  gelu: {
    g: 'Z * Phi(Z)',
    slope: { Z: 'Phi(Z) + Z * np.exp(-(Z**2) / 2) / math.sqrt(2 * math.pi)' },
    uses: ['Phi'],
  },
  silu: { g: 'Z * sigma(Z)', slope: { Z: 'sigma(Z) + Z * sigma(Z) * sigma(-Z)' }, uses: ['sigma'] },
  mish: {
    g: 'Z * np.tanh(np.logaddexp(0, Z))',
    slope: { Z: 'np.tanh(np.logaddexp(0, Z)) + Z * sigma(Z) / np.cosh(np.logaddexp(0, Z)) ** 2' },
    uses: ['sigma'],
  },
  hard_swish: {
    g: 'Z * np.minimum(np.maximum(Z + 3, 0), 6) / 6',
    slope: { Z: 'np.where(Z <= -3, 0, np.where(Z >= 3, 1, Z / 3 + 0.5))' },
  },
  sine: { g: 'np.sin(Z)', slope: { Z: 'np.cos(Z)' } },
  softmax: {
    g: 'np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)',
    slope: { Z: softmaxBackward('softmax(Z)'), A: softmaxBackward('A') },
    whole: true,
  },
} satisfies Record<ActivationName, InNumpy>;

/** The activation of a name in NumPy, with all its optional parts in its type. */
export const inNumpy = (name: ActivationName): InNumpy => numpyActivations[name];
