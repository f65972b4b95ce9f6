import { areSameBits } from '../core/math/bits';
import type { Matrix } from '../core/math/matrix';
import type { BufferName } from '../core/model/names';
import type { Trace } from '../core/pass/trace';

/** Says which matrix a pass keeps under a name for one that it worked out: the same numbers, to the bit. */
export type Keeping = (name: BufferName, matrix: Matrix) => Matrix;

/**
 * Keeps one matrix for all passes of one network that have the same numbers under one name, as those have under two keep
 * rules on the way forward, and mostly on the way back. Several passes of a large network would fill the memory.
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
