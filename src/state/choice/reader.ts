import type { Read } from '../../formats/read';
import type { Choice } from './choice';

/** Checks a choice after an edit: `readEdited` in `edited.ts`. */
export type ReadEdited = (choice: Choice, before: Choice) => Read<Choice>;

let reader: ReadEdited | undefined;

/*
 * The code that checks edits, with its schemas and their sentences, is no part of the first load: it is loaded right after
 * the first picture, and registers itself here.
 */

/** Registers the code that checks edits. */
export function provideReader(read: ReadEdited): void {
  reader = read;
}

/** The code that checks edits; undefined until it is loaded. */
export const readerNow = (): ReadEdited | undefined => reader;
