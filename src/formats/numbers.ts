import type { Matrix } from '../core/matrix';

/** A number in JSON such that it reads back exactly. JSON has no word for NaN and infinity: those are strings. */
export function exactNumber(x: number): string {
  if (Object.is(x, -0)) return '-0';
  return Number.isFinite(x) ? String(x) : `"${x}"`;
}

/** A matrix in JSON, as rows. */
export function exactRows({ rows, cols, data }: Matrix): string {
  const row = (i: number) => Array.from(data.subarray(i * cols, (i + 1) * cols), exactNumber).join(',');
  return `[${Array.from({ length: rows }, (_, i) => `[${row(i)}]`).join(',')}]`;
}

/** A JSON object out of members whose values are JSON already. */
export const object = (members: Iterable<readonly [string, string]>): string =>
  `{${Array.from(members, ([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
