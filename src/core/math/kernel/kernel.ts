import type { Product } from '../view';
import { type Arm, armFor, letGo } from './instance';

/** Rows of a strip of A, and bytes of a row of a strip of B: a tile is 4 × 8 in float32, 4 × 4 in float64. */
const TILE = { rows: 4, bytes: 32 } as const;

/** How much is packed at a time, so that it stays in the caches: rows of A, numbers along k, columns of B. */
const BLOCK = { rows: 256, depth: 256, cols: 512 } as const;

/** The most bytes of memory that are kept from one product to the next. */
const KEPT = 64 * 2 ** 20;

const whole = (size: number, unit: number): number => Math.ceil(size / unit) * unit;

/** Offsets in memory, in bytes, of what lies there in this order: strips of B, of A, A and B as they are, the column, C. */
function placesOf({ a, b }: Product, bytes: number) {
  const [rows, cols] = [whole(a.rows, TILE.rows), whole(b.cols, TILE.bytes / bytes)];
  const depth = Math.min(a.cols, BLOCK.depth);
  const stripsA = whole(Math.min(cols, BLOCK.cols) * depth * bytes, 64);
  const A = stripsA + whole(Math.min(rows, BLOCK.rows) * depth * bytes, 64);
  const B = A + whole(a.data.length * bytes, 64);
  const plus = B + whole(b.data.length * bytes, 64);
  const C = plus + whole(rows * bytes, 64);
  return { rows, cols, stripsB: 0, stripsA, A, B, plus, C, end: C + rows * cols * bytes };
}

type Places = ReturnType<typeof placesOf>;

/** C = A·B, block by block: k ascends within each sum, since C is stored between blocks as its sums are. */
function run(
  { pack, add }: Arm,
  { a, b }: Product,
  { cols, stripsB, stripsA, A, B, C }: Places,
  bytes: number,
) {
  const [rowA, colA, rowB, colB] = [a.rowStride, a.colStride, b.rowStride, b.colStride].map(
    (s) => s * bytes,
  ) as [number, number, number, number];
  const stride = cols * bytes;
  for (let j = 0; j < b.cols; j += BLOCK.cols) {
    const width = Math.min(BLOCK.cols, b.cols - j);
    for (let p = 0; p < a.cols; p += BLOCK.depth) {
      const depth = Math.min(BLOCK.depth, a.cols - p);
      pack(B + p * rowB + j * colB, colB, rowB, width, depth, TILE.bytes / bytes, stripsB);
      for (let i = 0; i < a.rows; i += BLOCK.rows) {
        const height = Math.min(BLOCK.rows, a.rows - i);
        pack(A + i * rowA + p * colA, rowA, colA, height, depth, TILE.rows, stripsA);
        add(stripsA, stripsB, C + i * stride + j * bytes, stride, height, width, depth);
      }
    }
  }
}

/**
 * The kernel in WebAssembly, 128 bits at a time, after Goto & van de Geijn, Anatomy of High-Performance Matrix
 * Multiplication (2008): blocks of both sides are packed into strips, and tiles of sums run down two strips. It writes
 * the product into `out`, n × m numbers with the same bits as by `plain`, and returns whether it could: not without
 * WebAssembly.
 */
export function kernel(product: Product, out: Float32Array | Float64Array): boolean {
  const bytes = out.BYTES_PER_ELEMENT;
  const arm = armFor(bytes);
  if (!arm) return false;
  if (out.length === 0) return true;
  const { a, b, plus, dividedBy } = product;
  const places = placesOf(product, bytes);
  let numbers: Float32Array | Float64Array;
  try {
    numbers = arm.numbers(places.end);
  } catch {
    return false;
  }
  numbers.set(a.data, places.A / bytes);
  numbers.set(b.data, places.B / bytes);
  numbers.fill(0, places.plus / bytes, places.end / bytes);
  if (plus) numbers.set(plus, places.plus / bytes);
  run(arm, product, places, bytes);
  arm.finish(places.C, places.cols * bytes, a.rows, places.plus, dividedBy);
  copyRows(numbers, places.C / bytes, places.cols, out, b.cols);
  if (places.end > KEPT) letGo();
  return true;
}

/** Copies rows of `cols` numbers that stand `stride` numbers apart. */
function copyRows(
  numbers: Float32Array | Float64Array,
  from: number,
  stride: number,
  out: Float32Array | Float64Array,
  cols: number,
): void {
  if (stride === cols) out.set(numbers.subarray(from, from + out.length));
  else
    for (let to = 0; to < out.length; from += stride)
      for (let j = 0; j < cols; j++) out[to++] = numbers[from + j]!;
}
