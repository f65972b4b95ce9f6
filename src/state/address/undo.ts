/*
 * The browser's history is what remembers changes, and undoing one is going back in it. But behind the page's own
 * entries are those of other pages, which nobody wants to land on by a key: so each entry has its number among ours.
 */

/** The page's own entries of the browser's history, as a store that is connected with it knows them. */
export interface Entries {
  /** The number of the entry that is shown, from 0 for the one that the page came in on. It goes into the entry. */
  now: number;
  /** The number of the last one there is. */
  last: number;
}

/** A store whose changes are undone. */
interface Undoing {
  readonly entries: Entries;
  getState(): { readonly pending: unknown; stop(): void };
}

/** A store that is not connected with the browser's history has nothing to undo. */
export const createEntries = (): Entries => ({ now: 0, last: 0 });

/** An entry was added: what had been undone is gone. */
export function added(entries: Entries): void {
  entries.now += 1;
  entries.last = entries.now;
}

/** An entry was arrived at, with its number; without one where it is new to the page, as a pasted link is. */
export function arrivedAt(entries: Entries, number: number | undefined): void {
  entries.now = number ?? entries.now + 1;
  entries.last = number === undefined ? entries.now : Math.max(entries.last, entries.now);
}

/** The page was opened on an entry. After a reload what was undone before it can't be told from other pages. */
export function openedAt(entries: Entries, number = 0): void {
  entries.now = number;
  entries.last = number;
}

/** The number in an entry of the browser's history; undefined where it has none. */
export const depthIn = (entry: unknown): number | undefined =>
  typeof entry === 'object' && entry !== null && 'depth' in entry && Number.isInteger(entry.depth)
    ? Number(entry.depth)
    : undefined;

/**
 * Undoes the last change of the model or of the view, as the back button does, but never leaves the page. A change that is
 * still being computed is given up.
 */
export function undo({ entries, getState }: Undoing): void {
  const { pending, stop } = getState();
  if (pending) stop();
  else if (entries.now > 0) {
    entries.now -= 1;
    window.history.back();
  }
}

/** Does again what was undone last. */
export function redo({ entries }: Pick<Undoing, 'entries'>): void {
  if (entries.now === entries.last) return;
  entries.now += 1;
  window.history.forward();
}
