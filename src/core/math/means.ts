import { type Matrix, zeros } from './matrix';
import { sumIn, sumOf } from './round';

/** For each row, the mean of f(k) over the indices k of its cells: a column (rows, 1), of the matrix's type. */
export function meanOfRows({ rows, cols, type }: Matrix, f: (k: number) => number): Matrix {
  const out = zeros(rows, 1, type);
  for (let i = 0; i < rows; i++) out.data[i] = sumIn(type, cols, (j) => f(i * cols + j)) / cols;
  return out;
}

/** The mean of each row, as a column (rows, 1): what `meanOfRows` gives for the cells themselves, without a call for each. */
export function rowMeans(matrix: Matrix): Matrix {
  const { rows, cols, type } = matrix;
  const out = zeros(rows, 1, type);
  for (let i = 0; i < rows; i++) out.data[i] = sumOf(matrix, i * cols, (i + 1) * cols) / cols;
  return out;
}
