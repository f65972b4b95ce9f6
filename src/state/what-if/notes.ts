import { type Place, placeKey, slotPlaceKey } from '../../core/pass/frames/place';
import type { Trace } from '../../core/pass/trace';
import type { Moved } from '../../core/pass/what-if/moved';
import { isChanged } from '../../core/pass/what-if/tamper';
import { createSelector } from '../create-selector';
import { selectMoved, selectTrace } from '../selectors';

/** What changes by hand did to a place of the stage. */
export interface Note {
  readonly kind: 'changed' | 'moved';
  /** By how much its cells moved at most, where there is room to say it. */
  readonly by?: number;
  /** The step from which it is so. */
  readonly since: number;
}

/** Notes by place key: of cached tensors in which cells were changed by hand, and of what moved by that. */
export type Notes = ReadonlyMap<string, Note>;

/** The note of a place, as long as what it holds now was written since the change. */
export function noteOf(key: string, { since = 0 }: Place, notes: Notes): Note | undefined {
  const note = notes.get(key);
  return note && since >= note.since ? note : undefined;
}

/** The notes of a trace of which these tensors moved. */
export function notesOf(
  trace: Trace,
  moved: readonly (Pick<Moved, 'tensor' | 'since'> & Partial<Moved>)[],
): Notes {
  const saved = trace.steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'save');
  const changed = saved.filter(({ buffer }) => isChanged(trace, buffer));
  return new Map<string, Note>([
    ...changed.map((slot) => [slotPlaceKey(slot), { kind: 'changed', since: 0 }] as const),
    ...moved.map(
      ({ tensor, by, since }) =>
        [placeKey(tensor), { kind: 'moved', since, ...(by !== undefined && { by }) }] as const,
    ),
  ]);
}

/** The notes of the pass that is shown. */
export const selectNotes = createSelector([selectTrace, selectMoved], notesOf);
