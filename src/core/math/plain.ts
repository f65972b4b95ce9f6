import { type Product, transposed, type View } from './view';

/** Sums that go side by side down a row of A and a strip of B. */
const WIDTH = 4;

const { fround } = Math;

const asItIs = (x: number): number => x;

/** The columns of a view in strips of four, each row after row, so that memory is read in one direction. */
function strips(
  { rows, cols, data, rowStride, colStride }: View,
  round: (x: number) => number,
): Float64Array {
  const packed = new Float64Array(rows * Math.ceil(cols / WIDTH) * WIDTH);
  for (let j = 0; j < cols; j++) {
    let to = (j - (j % WIDTH)) * rows + (j % WIDTH);
    for (let p = 0; p < rows; p++, to += WIDTH) packed[to] = round(data[p * rowStride + j * colStride]!);
  }
  return packed;
}

/**
 * The kernel in JavaScript, for where there is no WebAssembly: writes a product into `out`, n × m numbers. Its operations
 * and their order are those of `kernel.wat`, and so are its bits.
 */
export function plain({ a, b, plus, dividedBy }: Product, out: Float32Array | Float64Array): void {
  const isSingle = out instanceof Float32Array;
  const [round, add] = isSingle ? ([fround, addSingle] as const) : ([asItIs, addDouble] as const);
  const [rows, columns] = [strips(transposed(a), round), strips(b, round)];
  const depth = a.cols;
  const sums = new Float64Array(WIDTH);
  for (let j = 0; j < b.cols; j += WIDTH) {
    const width = Math.min(WIDTH, b.cols - j);
    for (let i = 0; i < a.rows; i++) {
      add(rows, (i - (i % WIDTH)) * depth + (i % WIDTH), columns, j * depth, depth, sums);
      const added = plus ? round(plus[i]!) : 0;
      for (let c = 0; c < width; c++) out[i * b.cols + j + c] = round(sums[c]! + added) / round(dividedBy);
    }
  }
}

/** Four dot products of a row, from `x` on in a strip of A, with a strip of B, from `y` on; in float64. */
function addDouble(
  a: Float64Array,
  x: number,
  b: Float64Array,
  y: number,
  depth: number,
  sums: Float64Array,
) {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (const end = y + depth * WIDTH; y < end; x += WIDTH, y += WIDTH) {
    const factor = a[x]!;
    s0 += factor * b[y]!;
    s1 += factor * b[y + 1]!;
    s2 += factor * b[y + 2]!;
    s3 += factor * b[y + 3]!;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}

/** The same in float32: an operation done in float64 and then rounded is the one in float32, since 53 ≥ 2 · 24 + 2. */
function addSingle(
  a: Float64Array,
  x: number,
  b: Float64Array,
  y: number,
  depth: number,
  sums: Float64Array,
) {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (const end = y + depth * WIDTH; y < end; x += WIDTH, y += WIDTH) {
    const factor = a[x]!;
    s0 = fround(s0 + fround(factor * b[y]!));
    s1 = fround(s1 + fround(factor * b[y + 1]!));
    s2 = fround(s2 + fround(factor * b[y + 2]!));
    s3 = fround(s3 + fround(factor * b[y + 3]!));
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}
