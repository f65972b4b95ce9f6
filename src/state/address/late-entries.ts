import * as v from 'valibot';
import { afterDrawing } from './after-drawing';
import type { Addressed } from './entry';
import { depthIn, type Entries } from './undo';

/** Where a page that goes leaves the link of an entry which the browser may not take any more. */
const LEFT = 'cacheback-left';

const leftSchema = v.pipe(v.string(), v.parseJson(), v.object({ over: v.string(), hash: v.string() }));

/** Leaves the link of the current entry, over the one that the browser has for it, where anything is kept. */
function leaveLink(over: string): void {
  try {
    sessionStorage.setItem(LEFT, JSON.stringify({ over, hash: window.location.hash }));
  } catch {
    // Then it is lost with this page.
  }
}

/**
 * Takes the link that the page before left over the one in the address, whose entry holds nothing; undefined where that
 * holds something, or there is none.
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
 * The entries of the browser's history that are added at once, and written once the picture is drawn: to pack what one
 * holds takes long. What is gone back from before it was written is remembered for as long as the page lives. `write`
 * writes the current entry. A browser takes nothing more of a page that it reloads: what was not written by then goes by
 * the session's storage.
 */
export function createLateEntries(entries: Entries, write: () => void) {
  /** What entries are for that are not written yet, by their numbers. */
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
    /** What an entry is for, where it was not written. */
    of: (entry: unknown): Addressed | undefined => unwritten.get(depthIn(entry) ?? Number.NaN),
  };
}
