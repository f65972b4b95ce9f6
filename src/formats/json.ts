import { quoteNotFinite } from './not-finite';
import { type Read, refused } from './read';

/**
 * A file's text as JSON. NaN and infinities, which Python's json writes as bare words, come as strings of these words.
 * Never throws; a text that is not JSON is answered with a sentence.
 */
export function readJson(text: string): Read<unknown> {
  // Some editors begin a file with a byte order mark, which JSON has no place for.
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') return refused('Expected JSON, but the file is empty.');
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    if (isNoText(json)) return refused('Expected JSON, but this is not a text in UTF-8.');
    const quoted = quoteNotFinite(json);
    if (quoted !== json) return readJson(quoted);
    return refused(`Expected JSON, but it can't be read as such: ${(error as Error).message}.`);
  }
}

/** Whether a text begins with what no text has: control characters that are not white space, or broken UTF-8. */
export const isNoText = (text: string): boolean => /[^\P{Cc}\s]|\uFFFD/u.test(text.slice(0, 1000));
