import { fromRows, type Matrix, toRows } from '../../core/math/matrix';

/** From how many numbers on rows are packed. */
const MANY = 10_000;

/** Rows of numbers as they travel between threads: lists of lists are copied number by number, which blocks for long. */
interface PackedRows {
  readonly packedRows: Matrix;
}

/** Lists that have been found to be rows: those of opened data go along with each edit, and nothing changes them. */
const known = new WeakSet<object>();

function areRows(value: unknown): value is number[][] {
  if (!Array.isArray(value) || !Array.isArray(value[0]) || value.length * value[0].length < MANY)
    return false;
  if (known.has(value)) return true;
  const { length } = value[0];
  const are = value.every(
    (row) => Array.isArray(row) && row.length === length && row.every((x) => typeof x === 'number'),
  );
  if (are) known.add(value);
  return are;
}

const arePacked = (value: object): value is PackedRows => 'packedRows' in value;

/** A value in which every large list of rows is replaced. */
function replaced(value: unknown, replace: (value: unknown) => unknown): unknown {
  const other = replace(value);
  if (other !== value || typeof value !== 'object' || value === null || ArrayBuffer.isView(value))
    return other;
  // A list of numbers holds nothing to be replaced.
  if (Array.isArray(value))
    return typeof value[0] === 'number' ? value : value.map((each) => replaced(each, replace));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, replace)]));
}

/** Plain data, such as a choice, with its rows packed. All rows of a list have one length. */
export const packed = (value: unknown): unknown =>
  replaced(value, (each) =>
    areRows(each) ? ({ packedRows: fromRows(each, 'float64') } satisfies PackedRows) : each,
  );

/** The memory of all rows in what `packed` made. */
export function buffersOfPacked(value: unknown): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  replaced(value, (each) => {
    if (typeof each === 'object' && each !== null && arePacked(each))
      buffers.push(each.packedRows.data.buffer as ArrayBuffer);
    return each;
  });
  return buffers;
}

/** What `packed` packed, as it was. */
export const unpacked = <T>(value: unknown): T =>
  replaced(value, (each) =>
    typeof each === 'object' && each !== null && arePacked(each) ? toRows(each.packedRows) : each,
  ) as T;
