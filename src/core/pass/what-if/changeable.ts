import type { BufferName } from '../../model/names';
import type { Trace } from '../trace';

const known = new WeakMap<Trace, ReadonlySet<BufferName>>();

/**
 * What can be changed by hand: what the way forward leaves in caches. What is saved only on the way back, because it was
 * computed again, can't.
 */
export function changeable(trace: Trace): ReadonlySet<BufferName> {
  const before = known.get(trace);
  if (before) return before;
  const saved = new Map<BufferName, boolean>();
  for (const { phase, cache } of trace.steps)
    for (const { kind, buffer } of cache)
      if (kind === 'save' && !saved.has(buffer)) saved.set(buffer, phase !== 'recompute');
  const names = new Set(Array.from(saved).flatMap(([name, isForward]) => (isForward ? [name] : [])));
  known.set(trace, names);
  return names;
}
