import { type CacheEvent, type Step, slotKey, type ValueName } from './trace';

/** What stands in the slots, by slot key, in the order in which it was put there. */
export type Standing<V extends ValueName> = Map<string, CacheEvent<V>>;

/** Does to the slots what an event did. Returns the value that left its slot by that, and the one that came in. */
export function follow<V extends ValueName>(
  standing: Standing<V>,
  event: CacheEvent<V>,
): { readonly out?: V | undefined; readonly in?: V | undefined } {
  if ((event.kind !== 'save' && event.kind !== 'free') || !event.value) return {};
  const key = slotKey(event);
  const out = standing.get(key)?.value;
  standing.delete(key);
  if (event.kind === 'free') return { out };
  standing.set(key, event);
  return { out, in: event.value };
}

/**
 * Bytes held in caches after each step. What is counted is values, never slots: one that stands in two slots
 * counts once, and until the last of them is freed.
 */
export function ledger<V extends ValueName>(
  steps: readonly Pick<Step<V>, 'cache'>[],
  bytes: (value: V) => number,
): number[] {
  const slots: Standing<V> = new Map();
  const standsIn = new Map<V, number>();
  let held = 0;
  const count = (value: V, change: 1 | -1) => {
    const before = standsIn.get(value) ?? 0;
    standsIn.set(value, before + change);
    if (before === 0) held += bytes(value);
    else if (before + change === 0) held -= bytes(value);
  };
  return steps.map(({ cache }) => {
    for (const event of cache) {
      const moved = follow(slots, event);
      if (moved.out) count(moved.out, -1);
      if (moved.in) count(moved.in, 1);
    }
    return held;
  });
}
