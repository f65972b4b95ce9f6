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
  return steps.map(({ cache }) => {
    for (const event of cache) {
      if (event.kind === 'save') slots.set(slotKey(event), event.buffer);
      if (event.kind === 'free') slots.delete(slotKey(event));
    }
    return Array.from(new Set(slots.values()), bytes).reduce((sum, held) => sum + held, 0);
  });
}
