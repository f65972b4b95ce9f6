import { placeKey, slotPlaceKey } from '../../core/frame';
import type { Moved } from '../../core/moved';
import type { Trace } from '../../core/trace';
import { createSelector } from '../create-selector';
import { selectMoved, selectTrace } from '../selectors';

/** What changes by hand did to a place of the stage. */
export interface Note {
  readonly kind: 'changed' | 'moved';
  /** By how much its cells moved at most. */
  readonly by?: number;
}

/** Notes by place key: of cached tensors in which cells were changed by hand, and of gradients that moved. */
export type Notes = ReadonlyMap<string, Note>;

/** The notes of a trace of which these gradients moved. */
export function notesOf({ steps, tampered }: Trace, moved: readonly Moved[]): Notes {
  const saved = steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'save');
  const changed = saved.filter(({ buffer }) => tampered?.tensors.has(buffer));
  return new Map<string, Note>([
    ...changed.map((slot) => [slotPlaceKey(slot), { kind: 'changed' }] as const),
    ...moved.map(({ gradient, by }) => [placeKey(gradient), { kind: 'moved', by }] as const),
  ]);
}

/** The notes of the pass that is shown. */
export const selectNotes = createSelector([selectTrace, selectMoved], notesOf);
