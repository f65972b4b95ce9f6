import type { Matrix } from '../../math/matrix';
import type { BufferName } from '../../model/names';
import type { Trace } from '../trace';

const known = new WeakMap<Trace['values'], ReadonlyMap<BufferName, Matrix>>();

/**
 * By name, the matrix that was written first: what the way forward computed, whatever was done to the caches since. What
 * stands there at the end is in the trace's `buffers`.
 */
export function computedIn({
  values,
  buffers,
  changed,
}: Pick<Trace, 'values' | 'buffers' | 'changed'>): ReadonlyMap<BufferName, Matrix> {
  if (changed.size === 0) return buffers;
  const found = known.get(values);
  if (found) return found;
  const first = new Map<BufferName, Matrix>();
  for (const { name, matrix } of values) if (!first.has(name)) first.set(name, matrix);
  known.set(values, first);
  return first;
}
