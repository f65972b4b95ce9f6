import { fromRows, type Matrix, zeros } from '../src/core/math/matrix';
import { random } from '../src/data/random';

/** A rows × cols matrix of normal numbers in float32. */
export function drawn(rows: number, cols: number, seed: number): Matrix {
  const { normal } = random(seed);
  return fromRows(
    Array.from({ length: rows }, () => Array.from({ length: cols }, normal)),
    'float32',
  );
}

/** A·B in float32 as its definition has it: row by column, one sum at a time. */
export function tripleLoop(a: Matrix, b: Matrix): Matrix {
  const out = zeros(a.rows, b.cols, 'float32');
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.cols; j++) {
      let sum = 0;
      for (let p = 0; p < a.cols; p++) sum += a.data[i * a.cols + p]! * b.data[p * b.cols + j]!;
      out.data[i * b.cols + j] = sum;
    }
  return out;
}
