import { type Step, slotKey, type Trace } from '../trace';
import type { Value } from '../value';
import { type Place, placeKey, slotPlaceKey } from './place';

/** Where everything stands before a step. */
interface Standing {
  readonly now: ReadonlyMap<string, Place>;
  /** The slots that no step ever reads, by their keys. */
  readonly unread: ReadonlySet<string>;
}

/** The value as a cache holds it on the way back: what was changed by hand can have been changed again. */
export function asHeld({ changed }: Trace, value: Value): Value {
  let held = value;
  for (let next = changed.get(held); next; next = changed.get(held)) held = next;
  return held;
}

/** What a step makes of the places that it touches, and of those that the step before had marked. */
export function changesBy(
  step: Step,
  before: ReadonlyMap<string, Place> | undefined,
  { now, unread }: Standing,
  trace: Trace,
): ReadonlyMap<string, Place> {
  const changed = new Map<string, Place>();
  const change = (key: string, by: Partial<Place>) => {
    const place = changed.get(key) ?? now.get(key);
    if (place) changed.set(key, { ...place, ...by });
  };
  for (const [key, place] of before ?? []) {
    if (!place.mark) continue;
    change(key, { mark: undefined, ...(place.freedAt !== undefined && freed(place)) });
  }
  const throughSlots = new Set(step.cache.filter((e) => e.kind === 'read').map((e) => e.value));
  for (const value of step.reads)
    if (!throughSlots.has(value)) change(placeKey(value.name), { mark: 'read' });
  for (const value of step.writes)
    change(placeKey(value.name), { mark: 'write', state: 'held', since: step.index, value });
  for (const event of step.cache) {
    const key = slotPlaceKey(event);
    if (event.kind === 'read') change(key, { mark: 'read' });
    if (event.kind === 'save')
      change(key, {
        mark: 'write',
        state: unread.has(slotKey(event)) ? 'unread' : 'held',
        since: step.index,
        ...(event.value && { value: asHeld(trace, event.value) }),
      });
    if (event.kind === 'free') {
      const place = changed.get(key) ?? now.get(key)!;
      change(key, { freedAt: step.index, ...(place.mark !== 'read' && freed(place)) });
    }
  }
  return changed;
}

/** What was never read stays marked as such once it is freed: that it was kept for nothing is the point. */
const freed = (place: Place): Partial<Place> => (place.state === 'unread' ? {} : { state: 'freed' });
