import type { Matrix } from '../matrix';
import type { BufferName } from '../names';
import type { Trace } from './trace';

const known = new WeakMap<Trace['values'], ReadonlyMap<BufferName, Matrix>>();

/**
 * By name what was written first: what the way forward computed, whatever was done to the caches since. What stands at
 * the end is in the trace's `buffers`.
 */
export function computedIn({ values }: Pick<Trace, 'values'>): ReadonlyMap<BufferName, Matrix> {
  const found = known.get(values);
  if (found) return found;
  const first = new Map<BufferName, Matrix>();
  for (const { name, matrix } of values) if (!first.has(name)) first.set(name, matrix);
  known.set(values, first);
  return first;
}
