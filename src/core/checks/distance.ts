import { largestMagnitude, type Matrix } from '../math/matrix';

/** Whether two numbers are the same: 0 and −0 are, and NaN and NaN. */
export const isSame = (x: number, y: number): boolean => x === y || Object.is(x, y);

/**
 * The largest difference between the cells of two matrices, as a part of the largest cell of the second, or of another
 * size: in proportion to the tensor, however small its numbers are. NaN where a cell of either is NaN or infinite;
 * Infinity where that size is 0 and the two are not alike. Two shapes are an Error that names them.
 */
export function largestDistance(found: Matrix, right: Matrix, size = largestMagnitude(right)): number {
  if (found.rows !== right.rows || found.cols !== right.cols)
    throw new Error(`cannot compare ${found.rows} by ${found.cols} with ${right.rows} by ${right.cols}`);
  let largest = 0;
  for (let k = 0; k < right.data.length; k++) {
    const difference = Math.abs(found.data[k]! - right.data[k]!);
    if (!(difference < Infinity)) return Number.NaN;
    largest = Math.max(largest, difference);
  }
  return largest === 0 ? 0 : largest / size;
}
