import * as v from 'valibot';
import { notFiniteWords } from '../not-finite';

/** Rows of what `isCell` takes, all of one length and none of them empty. */
const rowsOfCells = <T>(isCell: (x: unknown) => boolean, cell: string) =>
  v.pipe(
    v.custom<T[][]>(
      (input) => Array.isArray(input) && input.length > 0,
      'a list of rows such as [[1, 2], [3, 4]]',
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const flaw = badRowIn(dataset.value, isCell, cell);
      if (flaw) addIssue({ message: flaw.message, path: pathTo(dataset.value, flaw.keys) });
    }),
  );

/**
 * Rows of finite numbers, all of one length and none of them empty. Written out, since a schema for each number takes
 * seconds for millions.
 */
export const rowsSchema = rowsOfCells<number>(Number.isFinite, 'a finite number');

/** Rows of any numbers, NaN and infinities among them, which may come as the words that JSON lacks. */
export const anyRowsSchema = v.pipe(
  rowsOfCells<number | string>(
    (x) => typeof x === 'number' || notFiniteWords.some((word) => word === x),
    'a number, NaN or an infinity',
  ),
  v.transform((rows) => rows.map((row) => row.map(Number))),
);

interface BadRow {
  readonly message: string;
  /** Where: the row, and the column in it. */
  readonly keys: readonly [number, number?];
}

/** The first thing in a list that keeps it from being rows; undefined where nothing does. */
function badRowIn(
  rows: readonly unknown[],
  isCell: (x: unknown) => boolean,
  cell: string,
): BadRow | undefined {
  let width: number | undefined;
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length === 0) return { message: 'a row of numbers', keys: [i] };
    width ??= row.length;
    if (row.length !== width) return { message: `a row of ${width}, as long as the first`, keys: [i] };
    const j = row.findIndex((x) => !isCell(x));
    if (j >= 0) return { message: cell, keys: [i, j] };
  }
}

function pathTo(rows: readonly unknown[][], [i, j]: BadRow['keys']): [v.ArrayPathItem, ...v.ArrayPathItem[]] {
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

/** A number that stands for a 1 × 1 tensor, as that. */
export const rowsOf = (value: number | number[][]): number[][] =>
  typeof value === 'number' ? [[value]] : value;

/** Rows and columns of a tensor out of a file. */
export const shapeOfRows = (value: number | readonly (readonly number[])[]) =>
  typeof value === 'number' ? { rows: 1, cols: 1 } : { rows: value.length, cols: value[0]!.length };
