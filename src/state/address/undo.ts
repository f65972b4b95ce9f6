/*
 * The browser's history is what remembers changes, and undoing one is going back in it. But behind the page's own
 * entries are those of other pages, which nobody wants to land on by a key: so each entry has its number among ours.
 */

/** The number of the entry that is shown, from 0 for the one that the page came in on, and of the last one there is. */
let now = 0;
let last = 0;

/** The number of the entry that is shown, which goes into it. */
export const depth = (): number => now;

/** An entry was added: what had been undone is gone. */
export function added(): void {
  now += 1;
  last = now;
}

/** An entry was arrived at, with its number; without one where it is new to the page, as a pasted link is. */
export function arrivedAt(number: number | undefined): void {
  now = number ?? now + 1;
  last = number === undefined ? now : Math.max(last, now);
}

/** The page was opened on an entry. After a reload what was undone before it can't be told from other pages. */
export function openedAt(number = 0): void {
  now = number;
  last = number;
}

/** The number in an entry of the browser's history; undefined where it has none. */
export const depthIn = (entry: unknown): number | undefined =>
  typeof entry === 'object' && entry !== null && 'depth' in entry && Number.isInteger(entry.depth)
    ? Number(entry.depth)
    : undefined;

/** Undoes the last change of the model or of the view, as the back button does, but never leaves the page. */
export function undo(): void {
  if (now === 0) return;
  now -= 1;
  window.history.back();
}

/** Does again what was undone last. */
export function redo(): void {
  if (now === last) return;
  now += 1;
  window.history.forward();
}
