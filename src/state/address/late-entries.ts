import * as v from 'valibot';
import { afterDrawing } from './after-drawing';
import type { Addressed } from './entry';
import { depthIn, type Entries } from './undo';

/** Where a page that goes leaves the link of an entry which the browser may not take any more. */
const LEFT = 'cacheback-left';

const leftSchema = v.pipe(v.string(), v.parseJson(), v.object({ depth: v.number(), hash: v.string() }));

/** Leaves the link of the current entry for the page that comes next, where this browser keeps anything. */
function leaveLink(depth: number): void {
  try {
    sessionStorage.setItem(LEFT, JSON.stringify({ depth, hash: window.location.hash }));
  } catch {
    // Then it is lost with this page.
  }
}

/** The link that the page before left for an entry that is empty; undefined where it is not, or there is none. */
export function linkLeftFor(entry: unknown): string | undefined {
  const depth = depthIn(entry);
  if (depth === undefined || Object.keys(entry as object).length > 1) return undefined;
  try {
    const read = v.safeParse(leftSchema, sessionStorage.getItem(LEFT));
    return read.success && read.output.depth === depth ? read.output.hash : undefined;
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
        write();
        if (goes) leaveLink(entries.now);
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
