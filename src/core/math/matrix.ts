/** How real numbers are stored: values are rounded when they are stored, never in between. */
export type Precision = 'float32' | 'float64';

/** What one cell of a matrix is stored as; a bit stands for a comparison that came out true or false. */
export type ElementType = Precision | 'bit';

/** A rows × cols matrix in row-major order. Examples are columns. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly type: ElementType;
  readonly data: Float32Array | Float64Array | Uint8Array;
}

/** A rows × cols matrix of zeros. */
export function zeros(rows: number, cols: number, type: ElementType): Matrix {
  const cells = rows * cols;
  const data =
    type === 'float64'
      ? new Float64Array(cells)
      : type === 'float32'
        ? new Float32Array(cells)
        : new Uint8Array(cells);
  return { rows, cols, type, data };
}

/** The matrix whose i-th row is `rows[i]`, rounded to `type`. All rows have the length of the first. */
export function fromRows(rows: readonly (readonly number[])[], type: ElementType): Matrix {
  const cols = rows[0]?.length ?? 0;
  const matrix = zeros(rows.length, cols, type);
  rows.forEach((row, i) => {
    matrix.data.set(row, i * cols);
  });
  return matrix;
}

/** The rows of a matrix as plain numbers. */
export function toRows({ rows, cols, data }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));
}

/** A 1 × 1 matrix. */
export const scalar = (value: number, type: Precision): Matrix => fromRows([[value]], type);

/** The cell in row i and column j, both counted from 0. */
export const cell = ({ cols, data }: Matrix, i: number, j: number): number => data[i * cols + j]!;

/** f of every cell, stored as `type` (by default as the matrix itself is). */
export function map(matrix: Matrix, f: (x: number) => number, type: ElementType = matrix.type): Matrix {
  const out = zeros(matrix.rows, matrix.cols, type);
  for (let k = 0; k < out.data.length; k++) out.data[k] = f(matrix.data[k]!);
  return out;
}

/** |x| of every cell, in float64. */
export const absolute = (matrix: Matrix): Matrix => map(matrix, Math.abs, 'float64');

/** f of every pair of cells of two matrices of one shape, stored as the first one is. */
export function zip(a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix {
  const out = zeros(a.rows, a.cols, a.type);
  for (let k = 0; k < out.data.length; k++) out.data[k] = f(a.data[k]!, b.data[k]!);
  return out;
}

/** a − b, cell by cell. */
export function difference(a: Matrix, b: Matrix): Matrix {
  const out = zeros(a.rows, a.cols, a.type);
  for (let k = 0; k < out.data.length; k++) out.data[k] = a.data[k]! - b.data[k]!;
  return out;
}

/** The largest finite magnitude of a cell; 0 where there is none but zeros. */
export function largestMagnitude({ data }: Matrix): number {
  let largest = 0;
  for (let k = 0; k < data.length; k++) {
    const magnitude = Math.abs(data[k]!);
    if (magnitude > largest && magnitude < Infinity) largest = magnitude;
  }
  return largest;
}

/** Bytes that rows × cols cells take: 4 for a float32, 8 for a float64, one bit per bit rounded up. */
export function bytesOf(rows: number, cols: number, type: ElementType): number {
  const cells = rows * cols;
  return type === 'bit' ? Math.ceil(cells / 8) : cells * (type === 'float32' ? 4 : 8);
}
