import type { BufferName } from './names';
import { type Step, slotKey } from './trace';

/**
 * Bytes held in caches after each step. What is counted is buffers, never slots: one that stands in two slots
 * counts once, and until the last of them is freed.
 */
export function ledger(
  steps: readonly Pick<Step, 'cache'>[],
  bytes: (buffer: BufferName) => number,
): number[] {
  const slots = new Map<string, BufferName>();
  const standsIn = new Map<BufferName, number>();
  let held = 0;
  const count = (buffer: BufferName, change: 1 | -1) => {
    const before = standsIn.get(buffer) ?? 0;
    standsIn.set(buffer, before + change);
    if (before === 0) held += bytes(buffer);
    else if (before + change === 0) held -= bytes(buffer);
  };
  return steps.map(({ cache }) => {
    for (const event of cache) {
      if (event.kind !== 'save' && event.kind !== 'free') continue;
      const key = slotKey(event);
      const before = slots.get(key);
      if (before !== undefined) count(before, -1);
      slots.delete(key);
      if (event.kind === 'free') continue;
      slots.set(key, event.buffer);
      count(event.buffer, 1);
    }
    return held;
  });
}
