import type * as v from 'valibot';

/** The most characters of a file's own text in a sentence. */
const LONGEST = 60;

/** A text as it is shown in a sentence: whole, or its beginning. */
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** A value out of JSON as it is shown in a sentence: short, whatever it is. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return cut(typeof value === 'number' ? String(value) : JSON.stringify(value));
}

/** `layers[1].activation` */
const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${cut(String(key))}`))
    .join('')
    .replace(/^\./, '');

/**
 * What is wrong with a value, from the first issue of its schema. The messages of our schemas say what was
 * expected; this adds where, and what is there instead.
 */
export function complaint(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const place = issue.path?.[issue.path.length - 1];
  const found = place?.origin === 'key' ? place.key : place ? place.value : issue.input;
  const verb = found === undefined ? 'it is missing' : `found ${shown(found)}`;
  const path = pathOf(issue);
  return `${path ? `${path}: expected` : 'Expected'} ${issue.message}, but ${verb}.`;
}
