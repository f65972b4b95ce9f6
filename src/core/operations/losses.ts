import type { ActivationName } from '../activations';
import { difference, type Matrix, zeros, zip } from '../math/matrix';
import { sumIn, sumOf } from '../math/round';

/** A loss: the cost J of a batch and its gradient per example, dA = m · ∂J/∂A. A and Y are (n, m). */
export interface Loss {
  /** J and dA in TeX, without their left sides. */
  readonly tex: { readonly cost: string; readonly gradient: string };
  /** The activation before it with which dA ⊙ g′ is A − Y. Of softmax, if the labels of each example sum to 1. */
  readonly fusesWith?: ActivationName;
  cost(A: Matrix, Y: Matrix): number;
  gradient(A: Matrix, Y: Matrix): Matrix;
}

/** y · f(x) with 0 · ∞ = 0, its limit: a cell whose label is 0 adds nothing, whatever the output. */
const weighted = (y: number, value: number): number => (y === 0 ? 0 : y * value);

/** A loss that is a sum over cells: what a cell adds to it, and the derivative of that with respect to a. */
function cellwise(
  tex: Loss['tex'],
  part: (a: number, y: number) => number,
  slope: (a: number, y: number) => number,
  fusesWith: ActivationName,
): Loss {
  return {
    tex,
    fusesWith,
    cost(A, Y) {
      return sumIn(A.type, A.data.length, (k) => part(A.data[k]!, Y.data[k]!)) / A.cols;
    },
    gradient: (A, Y) => zip(A, Y, slope),
  };
}

/** dZ[L] = A[L] − Y: what dA ⊙ g′ comes to where loss and activation are fused. */
export const fusedGradient: (A: Matrix, Y: Matrix) => Matrix = difference;

const meanSquaredError: Loss = {
  tex: { cost: '\\frac{1}{2m} \\sum (A - Y)^2', gradient: 'A - Y' },
  cost(A, Y) {
    const terms = zeros(A.rows, A.cols, A.type);
    for (let k = 0; k < terms.data.length; k++) {
      const off = A.data[k]! - Y.data[k]!;
      terms.data[k] = (off * off) / 2;
    }
    return sumOf(terms) / A.cols;
  },
  gradient: difference,
};

/** Every loss there is, by its name in files. To add one is to add it here. */
export const losses = {
  binary_cross_entropy: cellwise(
    {
      cost: '-\\frac1m \\sum \\left( Y \\ln A + (1 - Y) \\ln(1 - A) \\right)',
      gradient: '-\\frac{Y}{A} + \\frac{1 - Y}{1 - A}',
    },
    (a, y) => -weighted(y, Math.log(a)) - weighted(1 - y, Math.log1p(-a)),
    (a, y) => -weighted(y, 1 / a) + weighted(1 - y, 1 / (1 - a)),
    'sigmoid',
  ),
  categorical_cross_entropy: cellwise(
    { cost: '-\\frac1m \\sum Y \\ln A', gradient: '-\\frac{Y}{A}' },
    (a, y) => -weighted(y, Math.log(a)),
    (a, y) => -weighted(y, 1 / a),
    'softmax',
  ),
  mean_squared_error: meanSquaredError,
} satisfies Readonly<Record<string, Loss>>;

/** A loss's name in files. */
export type LossName = keyof typeof losses;

/** All losses, in the order in which they are offered. */
export const lossNames = Object.keys(losses) as LossName[];

/** The loss that is fused with the activation of that name, where there is one. */
export const lossFusedWith = (activation: unknown): LossName | undefined =>
  lossNames.find((loss) => losses[loss].fusesWith !== undefined && losses[loss].fusesWith === activation);
