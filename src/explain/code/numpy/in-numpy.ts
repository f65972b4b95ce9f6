import type { Route } from '../../../core/activations';

/** An activation in NumPy: expressions in Z, A, mask, slope, dA and alpha. */
export interface InNumpy {
  /** A. */
  readonly g: string;
  /** dZ by the route that it takes: an expression, after the lines that lead up to it. */
  readonly dZ: Readonly<Partial<Record<Route, readonly string[]>>>;
  /** g′ from Z, for a cache that keeps it; softmax has none, since it has no slope per cell. */
  readonly slope?: string;
  /** What one bit per cell stands for, where the slope has two values. */
  readonly mask?: string;
  /** What somebody who runs its backward should know, as lines of a comment. */
  readonly note?: readonly string[];
  /** Names of helpers that it uses. */
  readonly uses?: readonly (keyof typeof helpers)[];
}

/** Functions that some activations share. */
export const helpers = {
  sigma: `def sigma(Z):
    """1 / (1 + e^-z), by forms that do not overflow, and are right to the last bit where it is almost 1."""
    e = np.exp(-np.abs(Z))
    p = e / (1 + e)
    return np.where(Z >= 0, 1 - p, p)`,
  Phi: `def Phi(Z):
    """The standard normal distribution function."""
    return np.vectorize(math.erfc, otypes=[Z.dtype])(-Z / math.sqrt(2)) / 2`,
  erf: `def erf(Z):
    return np.vectorize(math.erf, otypes=[Z.dtype])(Z)`,
} as const;

/** dZ = dA ⊙ g′, by the form that g′ has from each slot; from a slope that was kept, by the slope. */
export const times = (routes: Readonly<Partial<Record<Route, string>>>): InNumpy['dZ'] => ({
  ...Object.fromEntries(Object.entries(routes).map(([route, slope]) => [route, [`dA * ${slope}`]])),
  slope: ['dA * slope'],
});
