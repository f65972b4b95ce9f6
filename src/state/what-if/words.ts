import { type BufferName, spoken } from '../../core/model/names';
import { resultOf } from '../../core/pass/nodes';
import { slotKey, type Trace } from '../../core/pass/trace';
import { isChanged } from '../../core/pass/what-if/tamper';
import { listed } from '../../explain/phrases';

/** Which steps read a tensor that was changed by hand, by the record; `moved` is what all changes moved. */
export function readersInWords(
  tensor: BufferName,
  trace: Trace,
  moved: readonly { readonly tensor: BufferName }[],
): string {
  const name = spoken(tensor);
  const events = trace.steps
    .flatMap((step) => step.cache.map((event) => ({ ...event, result: resultOf(step) })))
    .filter(({ buffer }) => buffer === tensor);
  if (!isChanged(trace, tensor))
    return events.some(({ kind }) => kind === 'save')
      ? `That changes nothing in ${name} as it is now.`
      : `No cache holds ${name} now, so nothing is changed.`;
  const reads = events.filter(({ kind }) => kind === 'read');
  if (reads.length === 0) return `No step reads ${name} out of a cache.`;
  const twice = new Set(reads.map(slotKey)).size > 1 ? ': one buffer, two slots' : '';
  const results = [...new Set(reads.map(({ result }) => result))];
  const isSame = !moved.some((other) => results.includes(other.tensor));
  const same = isSame ? `, which ${results.length > 1 ? 'come' : 'comes'} to the same numbers` : '';
  return `${name} is read for ${listed(results.map(spoken))}${twice}${same}.`;
}

/** What a pair of unrelated Z and A does to a test. */
export const trap =
  'A test whose Z and A do not belong together passes code that reads one of them, and fails code that reads the other. Keep Z, then A, and see.';
