import type { Choice } from '../choice/choice';
import { expectationOf, type Remembered, remembered } from '../opening/expectations';
import { usePanels } from '../shown/panels';
import type { Shown } from '../shown/view';
import type { State, Store } from '../state';
import { entryOf, expectedIn } from './history-entry';
import { linkOf } from './shared-link';

/** The part of a store that an entry of the browser's history stands for. */
export type Addressed = Pick<State, 'choice' | 'position' | keyof Shown>;

/** That part alone: the whole state would keep its pass in memory. */
export const addressedOf = ({
  choice,
  position,
  view,
  comparing,
  exploring,
  learning,
  predicting,
}: State): Addressed => ({
  choice,
  position,
  view,
  comparing,
  exploring,
  learning,
  predicting,
});

/** What no entry is added for, so that it was not undone by going back in the history: it stays as it is now. */
export type Staying = Pick<Addressed, 'position' | 'comparing' | 'exploring' | 'predicting'>;

export const stayingOf = ({ position, comparing, exploring, predicting }: State): Staying => ({
  position,
  comparing,
  exploring,
  predicting,
});

/** The expectations that the store remembers, with those that an entry brings back for its choice. */
export function recalled(store: Store, choice: Choice, entry: unknown): readonly Remembered[] {
  const { expectations } = store.getState();
  const expected = expectedIn(entry);
  const isKnown = !expected || expectationOf(expectations, choice) !== undefined;
  return isKnown ? expectations : remembered(expectations, choice, expected);
}

/** Writes the entry for what is shown, and whether the browser took it: some refuse many changes at once. */
export function writeEntry(store: Store, method: 'pushState' | 'replaceState', shown: Addressed): boolean {
  const { expectations } = store.getState();
  const entry = entryOf(shown.choice, expectationOf(expectations, shown.choice));
  const { hash } = linkOf(shown.choice, shown.position, shown, usePanels.getState().hidden);
  try {
    window.history[method]({ ...entry, depth: store.entries.now }, '', hash);
    return true;
  } catch {
    return false;
  }
}
