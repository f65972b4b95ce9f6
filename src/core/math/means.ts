import { type Matrix, zeros } from './matrix';
import { sumIn } from './round';

/** For each row the mean over its cells of f of their places, a column (rows, 1), summed and stored as the matrix is. */
export function meanOfRows({ rows, cols, type }: Matrix, f: (k: number) => number): Matrix {
  const out = zeros(rows, 1, type);
  for (let i = 0; i < rows; i++) out.data[i] = sumIn(type, cols, (j) => f(i * cols + j)) / cols;
  return out;
}

/** The mean of each row, as a column: (rows, 1). */
export const rowMeans = (matrix: Matrix): Matrix => meanOfRows(matrix, (k) => matrix.data[k]!);
