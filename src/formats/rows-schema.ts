import * as v from 'valibot';

/**
 * Rows of finite numbers, all of one length and none of them empty. Written out, since a schema for each number takes
 * seconds for millions.
 */
export const rowsSchema = v.pipe(
  v.custom<number[][]>(
    (input) => Array.isArray(input) && input.length > 0,
    'a list of rows such as [[1, 2], [3, 4]]',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const flaw = flawIn(dataset.value);
    if (flaw) addIssue({ message: flaw.message, path: pathTo(dataset.value, flaw.keys) });
  }),
);

interface Flaw {
  readonly message: string;
  /** Where: the row, and the column in it. */
  readonly keys: readonly [number, number?];
}

/** The first thing in a list that keeps it from being rows; undefined where nothing does. */
function flawIn(rows: readonly unknown[]): Flaw | undefined {
  let width: number | undefined;
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length === 0) return { message: 'a row of numbers', keys: [i] };
    width ??= row.length;
    if (row.length !== width) return { message: `a row of ${width}, as long as the first`, keys: [i] };
    const j = row.findIndex((x) => !Number.isFinite(x));
    if (j >= 0) return { message: 'a finite number', keys: [i, j] };
  }
}

function pathTo(rows: readonly unknown[][], [i, j]: Flaw['keys']): [v.ArrayPathItem, ...v.ArrayPathItem[]] {
  const item = (input: unknown[], key: number): v.ArrayPathItem => ({
    type: 'array',
    origin: 'value',
    input,
    key,
    value: input[key],
  });
  const row = item(rows as unknown[], i);
  return j === undefined ? [row] : [row, item(rows[i]!, j)];
}
