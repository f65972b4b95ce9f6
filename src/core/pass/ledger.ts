import { type Step, slotKey, type ValueName } from './trace';

/**
 * Bytes held in caches after each step. What is counted is values, never slots: one that stands in two slots
 * counts once, and until the last of them is freed.
 */
export function ledger<V extends ValueName>(
  steps: readonly Pick<Step<V>, 'cache'>[],
  bytes: (value: V) => number,
): number[] {
  const slots = new Map<string, V>();
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
      if (event.kind === 'read' || !event.value) continue;
      const key = slotKey(event);
      const before = slots.get(key);
      if (before !== undefined) count(before, -1);
      slots.delete(key);
      if (event.kind === 'free') continue;
      slots.set(key, event.value);
      count(event.value, 1);
    }
    return held;
  });
}
