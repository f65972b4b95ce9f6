/**
 * What came of reading: the thing, with what more there is to say of it, or the sentence that says what was wrong and
 * what was expected.
 */
export type Read<T, More = unknown> =
  | ({ readonly ok: true; readonly value: T } & More)
  | { readonly ok: false; readonly sentence: string };

/** A refusal, in a sentence. */
export const refused = (sentence: string): Read<never, never> => ({ ok: false, sentence });
