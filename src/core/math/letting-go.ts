import type { Matrix } from './matrix';

/**
 * Frees the numbers of matrices that nobody will look at again, except where something that stays has the same memory.
 * Nothing else ever changes a matrix.
 */
export function letGo(matrices: Iterable<Matrix>, kept: ReadonlySet<ArrayBufferLike>): void {
  for (const matrix of matrices)
    if (!kept.has(matrix.data.buffer)) Object.assign(matrix, { data: matrix.data.slice(0, 0) });
}

/** Gives a matrix that was let go of its numbers again, computed as they were before. */
export function fillAgain(matrix: Matrix, { data }: Matrix): void {
  Object.assign(matrix, { data });
}
