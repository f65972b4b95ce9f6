import type { Matrix } from './matrix';

const known = new WeakMap<Matrix, boolean>();

/** Whether all cells of a matrix are finite. It is looked through once: a pass has up to a hundred million cells. */
export function allFinite(matrix: Matrix): boolean {
  const is = known.get(matrix) ?? areFinite(matrix.data);
  known.set(matrix, is);
  return is;
}

/** Remembers of a matrix what was seen in another thread. */
export const knowFinite = (matrix: Matrix, is: boolean): void => void known.set(matrix, is);

/** x − x is 0 of numbers, and of nothing else. */
function areFinite(data: Matrix['data']): boolean {
  for (let k = 0; k < data.length; k++) if (data[k]! - data[k]! !== 0) return false;
  return true;
}
