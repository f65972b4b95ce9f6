import { placeKey, slotPlaceKey } from '../../core/frame';
import { createSelector } from '../create-selector';
import { selectMoved, selectTrace } from '../selectors';

/** What changes by hand did to a place of the stage. */
export interface Note {
  readonly kind: 'changed' | 'moved';
  /** By how much its cells moved at most. */
  readonly by?: number;
}

/** By place key: the places of cached tensors in which cells were changed by hand, and of gradients that moved. */
export const selectNotes = createSelector(
  [selectTrace, selectMoved],
  ({ steps, tampered }, moved): ReadonlyMap<string, Note> => {
    const saved = steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'save');
    return new Map<string, Note>([
      ...saved
        .filter(({ buffer }) => tampered?.tensors.has(buffer))
        .map((slot) => [slotPlaceKey(slot), { kind: 'changed' }] as const),
      ...moved.map(({ gradient, by }) => [placeKey(gradient), { kind: 'moved', by }] as const),
    ]);
  },
);
