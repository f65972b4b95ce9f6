/** An object as it came out of JSON. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows and columns of a matrix. */
export interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** Whether a value is a list of numbers, rather than of rows. What it says of the first, the schema checks of all. */
export const isFlat = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && !Array.isArray(value[0]);

/** Whether a value is a list of rows that have the same length. */
export const isRows = (value: unknown): value is readonly (readonly unknown[])[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => Array.isArray(row) && row.length > 0 && row.length === value[0].length);

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
