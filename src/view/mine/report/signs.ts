import { spoken } from '../../../core/model/names';
import type { Row, Verdict } from '../../../mine';

/** What stands beside a tensor for its verdict: colour is never the only sign. */
export const signs: Readonly<Record<Verdict, string>> = {
  agrees: '✓',
  mistake: '✕',
  follows: '↳',
  missing: '–',
};

/** A verdict in a few words. */
export function inVerdict({ verdict, from }: Pick<Row, 'verdict' | 'from'>): string {
  if (verdict === 'agrees') return 'agrees';
  if (verdict === 'mistake') return 'a mistake here';
  if (verdict === 'missing') return 'not given';
  return from.length > 0 ? `follows from ${from.map(spoken).join(', ')}` : 'follows';
}

/** How many of what there are, in words: `1 mistake`, `2 mistakes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
