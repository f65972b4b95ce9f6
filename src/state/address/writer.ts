import type { Store } from '../state';
import { type Addressed, writeEntry } from './entry';
import { createLateEntries } from './late-entries';
import { added } from './undo';

/** How long the address waits for the next step, in ms: browsers refuse one that changes many times a second. */
const SETTLE = 250;

/** After how long the browser is asked again for what it refused, in ms. */
const AGAIN = 1000;

/** Writes what a store shows into the browser's history: a change adds an entry, all else renews the current one. */
export function createWriter(store: Store) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How the shown state comes into the history, where the browser has not taken it yet. */
  let owed: 'pushState' | undefined;
  /** Whether the address holds something that is not shown, and so must stay as it is. */
  let keepsOther = false;
  const write = (shown: Addressed = store.getState()): void => {
    clearTimeout(timer);
    const isTaken = writeEntry(store, owed ?? 'replaceState', shown);
    if (!isTaken) timer = setTimeout(write, AGAIN);
    else {
      owed = undefined;
      late.written();
    }
  };
  const late = createLateEntries(store.entries, () => write());
  const renew = (): void => {
    if (!keepsOther) write();
  };
  return {
    /** Adds an entry for what is shown now; `before` is what the entry before it stands for, if that is still to be written. */
    add(shown: Addressed, before: Addressed): void {
      clearTimeout(timer);
      // What the address held stays in the history, one entry back.
      keepsOther = false;
      // What another change has left to write, before that can't be done any more.
      if (late.leave()) write(before);
      added(store.entries);
      if (!late.add(shown)) owed = 'pushState';
    },
    /** Writes the current entry anew, unless the address holds something else. */
    renew,
    /** The same once nothing has changed for a while. */
    renewSoon(): void {
      if (owed) return;
      clearTimeout(timer);
      timer = setTimeout(renew, SETTLE);
    },
    /** Says whether the address holds something that is not shown, and so must stay as it is. */
    keepOther(keeps: boolean): void {
      keepsOther = keeps;
    },
    /** Another entry is the current one: what was to be written for the one before is not any more. */
    leave(): void {
      late.leave();
    },
    /** Forgets what the browser had refused to take. */
    forget(): void {
      owed = undefined;
    },
    /** What an entry stands for that was not written. */
    unwritten: late.of,
    end(): void {
      if (late.leave()) write();
      clearTimeout(timer);
    },
  };
}
