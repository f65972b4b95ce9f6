import * as v from 'valibot';
import { afterDrawing } from './after-drawing';
import type { Addressed } from './entry';
import { depthIn, type Entries } from './undo';

/** The key under which a page that goes leaves the link of an entry that the browser may no longer take. */
const LEFT = 'cacheback-left';

const leftSchema = v.pipe(v.string(), v.parseJson(), v.object({ over: v.string(), hash: v.string() }));

/** Leaves the link of the current entry for the next page, with the one that it replaces, where the browser stores anything. */
function leaveLink(over: string): void {
  try {
    sessionStorage.setItem(LEFT, JSON.stringify({ over, hash: window.location.hash }));
  } catch {
    // A browser that stores nothing: the link is lost with this page.
  }
}

/**
 * Takes the link that the page before left to replace the one in the address, whose entry is empty; undefined where the
 * entry holds something, or no link was left.
 */
export function takeLinkLeft(entry: unknown): string | undefined {
  try {
    const read = v.safeParse(leftSchema, sessionStorage.getItem(LEFT));
    sessionStorage.removeItem(LEFT);
    const isEmpty =
      entry === null || (depthIn(entry) !== undefined && Object.keys(entry as object).length === 1);
    return isEmpty && read.success && read.output.over === window.location.hash
      ? read.output.hash
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The entries of the browser's history that are added at once, and written once the picture is drawn: packing one
 * takes long. An entry that the reader leaves before it was written is remembered for as long as the page lives. `write`
 * writes the current entry. A browser takes no more entries from a page that it reloads: what was not written by then goes
 * through the session's storage.
 */
export function createLateEntries(entries: Entries, write: () => void) {
  /** What the entries stand for that are not written yet, by their numbers. */
  const unwritten = new Map<number, Addressed>();
  let callOff = () => false;
  return {
    /** Adds an entry, and has it written; false where the browser does not take one now. */
    add(shown: Addressed): boolean {
      callOff();
      callOff = afterDrawing((goes) => {
        const { hash } = window.location;
        write();
        if (goes) leaveLink(hash);
      });
      unwritten.set(entries.now, shown);
      try {
        window.history.pushState({ depth: entries.now }, '');
        return true;
      } catch {
        return false;
      }
    },
    /** Leaves the current entry as it is, and tells whether it was still to be written. */
    leave: (): boolean => callOff(),
    /** The current entry has been written. */
    written: (): void => void unwritten.delete(entries.now),
    /** What an entry stands for that was not written. */
    of: (entry: unknown): Addressed | undefined => unwritten.get(depthIn(entry) ?? Number.NaN),
  };
}
