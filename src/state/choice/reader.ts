import type { Read } from '../../formats/read';
import type { Choice } from './choice';

/** Checks a choice after an edit: `readEdited` in `edited.ts`. */
export type ReadEdited = (choice: Choice, before: Choice) => Read<Choice>;

let reader: ReadEdited | undefined;

/*
 * What checks edits, with its schemas and their sentences, is no part of the first load: it comes right after the first
 * picture, and tells of itself here.
 */

/** Says that it is there. */
export function provideReader(read: ReadEdited): void {
  reader = read;
}

/** What checks edits; undefined until it has come. */
export const readerNow = (): ReadEdited | undefined => reader;
