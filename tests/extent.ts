/** Whether everything is tried, every combination and every draw. `npm run test:all` says so; `npm test` tries a part. */
export const isWhole = process.env.TEST_ALL === 'yes';

/** How many of so many draws are tried: a quarter, and all in `npm run test:all`. */
export const part = (whole: number): number => (isWhole ? whole : Math.ceil(whole / 4));

/**
 * The rows of a sweep that are tried: as few as meet whatever `meets` names of any row, such as each value of each
 * dimension, or each pair of two; in their order, chosen from the row `from` on. All in `npm run test:all`.
 */
export function covering<T>(rows: readonly T[], meets: (row: T) => readonly unknown[], from = 0): T[] {
  if (isWhole) return [...rows];
  const all = rows.map((row) => meets(row).map((value, i) => `${i} ${String(value)}`));
  const wanted = new Set(all.flat());
  const order = rows.map((_, i) => (from + i) % rows.length);
  const chosen = new Set<number>();
  const gain = (i: number): number => all[i]!.filter((value) => wanted.has(value)).length;
  while (wanted.size > 0) {
    const best = order.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.add(best);
    for (const value of all[best]!) wanted.delete(value);
  }
  return rows.filter((_, i) => chosen.has(i));
}
