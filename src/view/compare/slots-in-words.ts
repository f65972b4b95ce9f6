import { group } from 'd3-array';
import type { Slot } from '../../core/pass/trace';

/** What stands in a step's hands and in no cache, and so in no figure of bytes; said where a peak is. */
export const notInThePeak =
  'Left out is what a step works with but no cache keeps: Z until A is computed from it, dA and dZ on the way back, and ' +
  'the gradients dW and db, which are the point of the pass.';

/** Numbers as stretches: 1–3, 5. */
function stretches(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const starts = sorted.filter((n) => !sorted.includes(n - 1));
  const ends = sorted.filter((n) => !sorted.includes(n + 1));
  return starts.map((start, i) => (start === ends[i] ? `${start}` : `${start}–${ends[i]}`)).join(', ');
}

/** Slots by their names in the caches, each with its layers: `W[1], b[1–3]`. */
export const slotsInWords = (slots: readonly Slot[]): string =>
  Array.from(
    group(slots, ({ slot }) => slot),
    ([name, each]) => `${name}[${stretches(each.map(({ layer }) => layer))}]`,
  ).join(', ');
