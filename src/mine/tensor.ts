import { type Matrix, map, zeros } from '../core/math/matrix';

/** An array as somebody brought it: its numbers row by row, and a length for each axis; a number has no axis. */
export interface Brought {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** A tensor of theirs as it would stand in the page, and how far each cell may be from what they had: its last digit. */
export interface Tensor {
  readonly matrix: Matrix;
  readonly error: Matrix;
}

/** Rows as columns, as a matrix of its own. */
export function turned({ rows, cols, type, data }: Matrix): Matrix {
  const out = zeros(cols, rows, type);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out.data[j * rows + i] = data[i * cols + j]!;
  return out;
}

/** Each cell times a number. */
export const scaled = (matrix: Matrix, by: number): Matrix => map(matrix, (x) => x * by);

/** The same numbers in another shape. */
export const reshaped = (matrix: Matrix, rows: number, cols: number): Matrix => ({ ...matrix, rows, cols });

/** Whether two matrices have one shape. */
export const isOneShape = (a: Matrix, b: Matrix): boolean => a.rows === b.rows && a.cols === b.cols;
