import { type Matrix, type Precision, zeros } from './matrix';

/** A matrix seen through strides, so that a transpose copies nothing. */
interface View {
  readonly rows: number;
  readonly cols: number;
  readonly data: Matrix['data'];
  readonly rowStride: number;
  readonly colStride: number;
}

const viewOf = (operand: Matrix | View): View =>
  'rowStride' in operand ? operand : { ...operand, rowStride: operand.cols, colStride: 1 };

/** The transpose of a matrix, as a view of the same numbers. */
export function transposed(operand: Matrix | View): View {
  const { rows, cols, data, rowStride, colStride } = viewOf(operand);
  return { rows: cols, cols: rows, data, rowStride: colStride, colStride: rowStride };
}

/** The side of the tile of results that is held in registers: 4 × 4 sums share 4 + 4 loads. */
const TILE = 4;

/**
 * The rows of a view in strips of four, each strip column after column and padded with zeros, so that the
 * kernel reads memory in one direction. Strips are float64: each number is converted once, not once a product.
 */
function strips({ rows, cols, data, rowStride, colStride }: View): Float64Array {
  const packed = new Float64Array(Math.ceil(rows / TILE) * TILE * cols);
  for (let i = 0; i < rows; i++) {
    let to = (i - (i % TILE)) * cols + (i % TILE);
    let from = i * rowStride;
    for (let p = 0; p < cols; p++, to += TILE, from += colStride) packed[to] = data[from]!;
  }
  return packed;
}

/** What happens to each sum before it is rounded and stored: `plus` is added, and the whole divided. */
interface Finish {
  /** A column (n, 1), for every column of the product. */
  readonly plus?: Matrix;
  readonly dividedBy?: number;
}

/**
 * The matrix product A·B: (n, k) times (k, m) is (n, m). Sums are held in float64 and rounded once, to
 * `precision`, when they are stored. Register-tiled after Goto & van de Geijn, Anatomy of High-Performance
 * Matrix Multiplication (2008): both sides are packed into strips, and a 4 × 4 tile of sums runs down two strips.
 * Sizes that do not fit are an Error that names them.
 */
export function multiply(
  left: Matrix | View,
  right: Matrix | View,
  precision: Precision,
  { plus, dividedBy = 1 }: Finish = {},
): Matrix {
  const a = viewOf(left);
  const b = viewOf(right);
  if (a.cols !== b.rows)
    throw new Error(`cannot multiply ${a.rows} by ${a.cols} with ${b.rows} by ${b.cols}`);
  const out = zeros(a.rows, b.cols, precision);
  const aStrips = strips(a);
  const bStrips = strips(transposed(b));
  const sums = new Float64Array(TILE * TILE);
  for (let j = 0; j < b.cols; j += TILE) {
    const width = Math.min(TILE, b.cols - j);
    for (let i = 0; i < a.rows; i += TILE) {
      const height = Math.min(TILE, a.rows - i);
      tile(aStrips, i * a.cols, bStrips, j * a.cols, a.cols, sums);
      for (let r = 0; r < height; r++) {
        const added = plus ? plus.data[i + r]! : 0;
        for (let c = 0; c < width; c++)
          out.data[(i + r) * b.cols + j + c] = (sums[r * TILE + c]! + added) / dividedBy;
      }
    }
  }
  return out;
}

/** The sixteen dot products of a strip of A, from `a0`, with a strip of B, from `b0`, both `depth` long. */
// biome-ignore format: the sixteen sums read as a table.
function tile(a: Float64Array, a0: number, b: Float64Array, b0: number, depth: number, sums: Float64Array) {
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0;
  let s10 = 0, s11 = 0, s12 = 0, s13 = 0;
  let s20 = 0, s21 = 0, s22 = 0, s23 = 0;
  let s30 = 0, s31 = 0, s32 = 0, s33 = 0;
  for (let p = 0, x = a0, y = b0; p < depth; p++, x += TILE, y += TILE) {
    const b0p = b[y]!, b1p = b[y + 1]!, b2p = b[y + 2]!, b3p = b[y + 3]!;
    const a0p = a[x]!;
    s00 += a0p * b0p; s01 += a0p * b1p; s02 += a0p * b2p; s03 += a0p * b3p;
    const a1p = a[x + 1]!;
    s10 += a1p * b0p; s11 += a1p * b1p; s12 += a1p * b2p; s13 += a1p * b3p;
    const a2p = a[x + 2]!;
    s20 += a2p * b0p; s21 += a2p * b1p; s22 += a2p * b2p; s23 += a2p * b3p;
    const a3p = a[x + 3]!;
    s30 += a3p * b0p; s31 += a3p * b1p; s32 += a3p * b2p; s33 += a3p * b3p;
  }
  sums[0] = s00; sums[1] = s01; sums[2] = s02; sums[3] = s03;
  sums[4] = s10; sums[5] = s11; sums[6] = s12; sums[7] = s13;
  sums[8] = s20; sums[9] = s21; sums[10] = s22; sums[11] = s23;
  sums[12] = s30; sums[13] = s31; sums[14] = s32; sums[15] = s33;
}
