import { areSameBits } from '../core/math/bits';
import type { Matrix } from '../core/math/matrix';
import type { BufferName } from '../core/model/names';
import type { Trace } from '../core/pass/trace';

/** Returns the matrix that a pass is to keep for one that it has computed: one with the same numbers, to the bit. */
export type Keeping = (name: BufferName, matrix: Matrix) => Matrix;

/**
 * Keeps one matrix for all passes of a network that have the same numbers under a name: under two keep rules, that is
 * everything on the way forward, and most of the way back. Otherwise several passes of a large network would fill the
 * memory.
 */
export function sharedWith(passes: Iterable<Trace>): Keeping {
  const known = new Map<BufferName, Set<Matrix>>();
  for (const { values } of passes)
    for (const { name, matrix } of values) known.set(name, (known.get(name) ?? new Set()).add(matrix));
  return (name, matrix) => {
    for (const other of known.get(name) ?? []) if (areSameBits(other, matrix)) return other;
    return matrix;
  };
}
