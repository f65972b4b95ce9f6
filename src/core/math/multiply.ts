import { type Matrix, type Precision, zeros } from './matrix';
import { plain } from './plain';
import { type Product, type View, viewOf } from './view';

/** Works a product out into `out` with the bits of `plain`, and says whether it could. */
type Kernel = (product: Product, out: Float32Array | Float64Array) => boolean;

let faster: Kernel | undefined;

/** Has products go through a faster kernel from now on. It is no part of the first load, whose products are small. */
export function provideKernel(kernel: Kernel): void {
  faster = kernel;
}

/** What happens to each sum before it is stored: `plus` is added, and the whole divided. */
interface Finish {
  /** A column (n, 1), for every column of the product. */
  readonly plus?: Matrix;
  readonly dividedBy?: number;
}

/**
 * The matrix product A·B: (n, k) times (k, m) is (n, m), in `precision`: products, sums with k ascending, and what
 * comes after are each rounded, in float32 as in float64, whichever kernel runs. Sizes that do not fit are an Error
 * that names them.
 */
export function multiply(
  left: Matrix | View,
  right: Matrix | View,
  precision: Precision,
  { plus, dividedBy = 1 }: Finish = {},
): Matrix {
  const [a, b] = [viewOf(left), viewOf(right)];
  if (a.cols !== b.rows)
    throw new Error(`cannot multiply ${a.rows} by ${a.cols} with ${b.rows} by ${b.cols}`);
  const out = zeros(a.rows, b.cols, precision);
  const product = { a, b, plus: plus?.data, dividedBy };
  // multiply is given float32 or float64, never bits.
  const numbers = out.data as Float32Array | Float64Array;
  if (!faster?.(product, numbers)) plain(product, numbers);
  return out;
}
