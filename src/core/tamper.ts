import { type Matrix, map } from './matrix';
import type { BufferName } from './names';
import type { Tape } from './tape';

/** One cell of a cached buffer, changed by hand; row and column from 0. */
export interface Tampering {
  /** The buffer, whichever slots refer to it. */
  readonly tensor: BufferName;
  readonly row: number;
  readonly col: number;
  /** The new value, rounded to what the buffer stores. */
  readonly value: number;
}

/**
 * Changes cells of what the caches hold now. What stands in two slots is one buffer, and changes in both. What no slot
 * refers to, and a cell that its buffer does not have, are passed over: a model may have lost them. Returns the buffers
 * that are not what they were.
 */
export function tamper(tape: Tape, tampering: readonly Tampering[]): ReadonlySet<BufferName> {
  const altered = tampering.filter(({ tensor, row, col, value }) =>
    tape.alter(tensor, (matrix) => withCell(matrix, row, col, value)),
  );
  return new Set(altered.map(({ tensor }) => tensor));
}

function withCell(matrix: Matrix, row: number, col: number, value: number): Matrix {
  if (row >= matrix.rows || col >= matrix.cols) return matrix;
  const changed = map(matrix, (x) => x);
  const k = row * matrix.cols + col;
  changed.data[k] = value;
  return Object.is(changed.data[k], matrix.data[k]) ? matrix : changed;
}
