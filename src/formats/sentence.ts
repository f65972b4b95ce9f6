import type * as v from 'valibot';

/** A value as it is shown in a sentence: short, and never as markup. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `layers[1].activation` */
const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/**
 * What is wrong with a value, from the first issue of its schema. The messages of our schemas say what was
 * expected; this adds where, and what is there instead.
 */
export function complaint(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const path = pathOf(issue);
  const found = issue.path?.length ? issue.path[issue.path.length - 1]!.value : issue.input;
  const verb = found === undefined ? 'it is missing' : `found ${shown(found)}`;
  return `${path || 'the whole'}: expected ${issue.message}, but ${verb}.`;
}
