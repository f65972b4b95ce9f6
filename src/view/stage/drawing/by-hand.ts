import type { BufferName } from '../../../core/model/names';
import type { Place } from '../../../core/pass/frames/place';
import type { Trace } from '../../../core/pass/trace';
import { isChanged } from '../../../core/pass/what-if/tamper';
import type { PlaceThing } from './thing';

const savedIn = new WeakMap<Trace, ReadonlySet<BufferName>>();

/** What the way forward leaves in caches. What is computed again on the way back is not to be changed by hand. */
function savedForward(trace: Trace): ReadonlySet<BufferName> {
  const known = savedIn.get(trace);
  if (known) return known;
  const saved = new Map<BufferName, boolean>();
  for (const { phase, cache } of trace.steps)
    for (const { kind, buffer } of cache)
      if (kind === 'save' && !saved.has(buffer)) saved.set(buffer, phase !== 'recompute');
  const forward = new Set(Array.from(saved).flatMap(([name, isForward]) => (isForward ? [name] : [])));
  savedIn.set(trace, forward);
  return forward;
}

/** Whether other numbers can be put into the slot of a place, or are in it; neither, where it is no slot or holds nothing yet. */
export function byHandAt({ slot, state, tensor }: Place, trace: Trace): PlaceThing['byHand'] {
  if (!slot || state === 'empty' || !savedForward(trace).has(tensor)) return undefined;
  return isChanged(trace, tensor) ? 'is' : 'can be';
}
