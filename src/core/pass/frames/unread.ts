import { type CacheEvent, slotKey, type Trace } from '../trace';

/** The saves into slots that no step of the whole run reads, in the order of the run, each slot once. */
export function unreadSaves({ steps }: Pick<Trace, 'steps'>): readonly CacheEvent[] {
  const events = steps.flatMap((step) => step.cache);
  const read = new Set(events.filter(({ kind }) => kind === 'read').map(slotKey));
  const saves = events.filter(({ kind }) => kind === 'save');
  return Array.from(new Map(saves.map((save) => [slotKey(save), save])).values()).filter(
    (save) => !read.has(slotKey(save)),
  );
}
