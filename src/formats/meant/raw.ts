import { notFiniteWords } from '../not-finite';

/** An object as it came out of JSON. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many tensors are named in one place of a file at most; the deepest network has a third of that. */
export const MOST_NAMED = 5_000;

/** Rows and columns of a matrix. */
export interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** A cell as JSON has it: a number, or a word for one that is not finite. */
type RawCell = number | string;

/**
 * Whether a value is a list of numbers, rather than of rows. A list with anything else in it stays as it is, so that the
 * schema names the place where that stands in the file.
 */
export const isFlat = (value: unknown): value is readonly RawCell[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((x) => typeof x === 'number' || notFiniteWords.some((word) => word === x));

/** Whether a value is a list of rows of numbers that have the same length. */
export const isRows = (value: unknown): value is readonly (readonly RawCell[])[] =>
  Array.isArray(value) &&
  value.every((row) => isFlat(row) && row.length === value[0].length) &&
  value.length > 0;

/** Whether all numbers of rows are written as such. */
export const areNumbers = (rows: readonly (readonly RawCell[])[]): boolean =>
  rows.every((row) => row.every((x) => typeof x === 'number'));

/** The shape of rows; undefined of anything else. */
export const shapeIn = (value: unknown): Shape | undefined =>
  isRows(value) ? { rows: value.length, cols: value[0]!.length } : undefined;

export const isShape = (shape: Shape | undefined, rows: number, cols: number): boolean =>
  shape?.rows === rows && shape.cols === cols;

/** Rows as columns. */
export const transposedRows = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  rows[0]!.map((_, j) => rows.map((row) => row[j]));

/** A list of numbers as one row, or as one column. */
export const asRow = (list: readonly unknown[]): unknown[][] => [[...list]];
export const asColumn = (list: readonly unknown[]): unknown[][] => list.map((x) => [x]);

const lists = new Intl.ListFormat('en');

/** How many names a sentence lists. */
const MOST = 6;

/** `W1, b1, and b2`; of many, the first and how many more. */
export const listed = (names: readonly string[]): string =>
  names.length > MOST
    ? lists.format([...names.slice(0, MOST - 1), `${names.length - MOST + 1} more`])
    : lists.format(names);
