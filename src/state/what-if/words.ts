import { type BufferName, spoken } from '../../core/names';
import { resultOf, slotKey, type Trace } from '../../core/trace';
import { listed } from '../narration';

/** What the record says of those who read a tensor that was changed by hand. */
export function readersInWords(tensor: BufferName, { steps, tampered }: Trace, anyMoved: boolean): string {
  const name = spoken(tensor);
  if (!tampered?.tensors.has(tensor)) return `No cache holds ${name} now, so nothing is changed.`;
  const reads = steps.flatMap((step) =>
    step.cache
      .filter(({ kind, buffer }) => kind === 'read' && buffer === tensor)
      .map((event) => ({ result: spoken(resultOf(step)), slot: slotKey(event) })),
  );
  if (reads.length === 0) return `No step reads ${name} out of a cache.`;
  const slots = new Set(reads.map(({ slot }) => slot));
  const twice = slots.size > 1 ? ': one buffer, two slots' : '';
  const results = [...new Set(reads.map(({ result }) => result))];
  const same = anyMoved ? '' : `, which ${results.length > 1 ? 'come' : 'comes'} to the same numbers`;
  return `${name} is read for ${listed(results)}${twice}${same}.`;
}

/** What a pair of unrelated Z and A does to a test. */
export const trap =
  'A test that hands over a Z and an A that do not belong together passes code that reads the one, and fails code that reads the other. Keep Z, then A, and see.';
