/** Whether everything is tried, every combination and every draw. `npm run test:all` says so; `npm test` tries a part. */
export const isWhole = process.env.TEST_ALL === 'yes';

/** How many of so many draws are tried: a quarter, or one in as many as are said where each takes long; all in `npm run test:all`. */
export const part = (whole: number, oneIn = 4): number => (isWhole ? whole : Math.ceil(whole / oneIn));

/** Of rows that are much alike a quarter, evenly, from the first on; all in `npm run test:all`. */
export const partOf = <T>(rows: readonly T[]): T[] => rows.filter((_, i) => isWhole || i % 4 === 0);

/** How much less a value counts for each time that it was met: all of them together less than a new one. */
const SELDOM = 1e-6;

/**
 * The rows of a sweep that are tried: as few as meet whatever `meets` names of any row, such as each value of each
 * dimension, or each pair of two, about equally often; in their order, chosen from the row `from` on. All in
 * `npm run test:all`.
 */
export function covering<T>(rows: readonly T[], meets: (row: T) => readonly unknown[], from = 0): T[] {
  if (isWhole) return [...rows];
  const all = rows.map((row) => meets(row).map((value, i) => `${i} ${String(value)}`));
  const met = new Map(all.flat().map((value) => [value, 0]));
  const order = rows.map((_, i) => (from + i) % rows.length);
  const chosen = new Set<number>();
  // What is new in a row counts most, and where two have as much of it, what has been met seldom.
  const gain = (i: number): number =>
    all[i]!.reduce((sum, value) => sum + (met.get(value) === 0 ? 1 : -met.get(value)! * SELDOM), 0);
  while ([...met.values()].includes(0)) {
    const gains = new Map(order.map((i) => [i, gain(i)]));
    const best = order.reduce((a, b) => (gains.get(b)! > gains.get(a)! ? b : a));
    chosen.add(best);
    for (const value of all[best]!) met.set(value, met.get(value)! + 1);
  }
  return rows.filter((_, i) => chosen.has(i));
}
