import type { Matrix } from './matrix';

/**
 * Takes the numbers from matrices that nobody will look at again, but for those whose memory something else has as well.
 * A matrix never changes, but for this end.
 */
export function letGo(matrices: Iterable<Matrix>, kept: ReadonlySet<ArrayBufferLike>): void {
  for (const matrix of matrices)
    if (!kept.has(matrix.data.buffer)) Object.assign(matrix, { data: matrix.data.slice(0, 0) });
}
