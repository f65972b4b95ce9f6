import type { BufferName } from './names';
import { type Slot, type Step, slotKey } from './trace';

/**
 * Bytes held in caches after each step. What is counted is buffers, never slots: one that stands in two slots
 * counts once, and until the last of them is freed.
 */
export function ledger(
  steps: readonly Pick<Step, 'cache'>[],
  bytes: (buffer: BufferName) => number,
): number[] {
  const slots = new Map<string, BufferName>();
  const references = new Map<BufferName, number>();
  let total = 0;
  const refer = (slot: Slot, buffer: BufferName) => {
    slots.set(slotKey(slot), buffer);
    const count = references.get(buffer) ?? 0;
    if (count === 0) total += bytes(buffer);
    references.set(buffer, count + 1);
  };
  const release = (slot: Slot) => {
    const buffer = slots.get(slotKey(slot));
    if (buffer === undefined) return;
    slots.delete(slotKey(slot));
    const count = references.get(buffer)! - 1;
    references.set(buffer, count);
    if (count === 0) total -= bytes(buffer);
  };
  return steps.map(({ cache }) => {
    for (const event of cache) {
      if (event.kind === 'save') refer(event, event.buffer);
      if (event.kind === 'free') release(event);
    }
    return total;
  });
}
