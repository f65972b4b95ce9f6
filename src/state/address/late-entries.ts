import { afterDrawing } from './after-drawing';
import type { Addressed } from './entry';
import { depthIn, type Entries } from './undo';

/**
 * The entries of the browser's history that are added at once, and written once the picture is drawn: to pack what one
 * holds takes long. What is gone back from before it was written is remembered for as long as the page lives. `write`
 * writes the current entry.
 */
export function createLateEntries(entries: Entries, write: () => void) {
  /** What entries are for that are not written yet, by their numbers. */
  const unwritten = new Map<number, Addressed>();
  let callOff = () => false;
  return {
    /** Adds an entry, and has it written; false where the browser does not take one now. */
    add(shown: Addressed): boolean {
      callOff();
      callOff = afterDrawing(write);
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
