import { type Matrix, map } from './matrix';
import type { Tape } from './tape';
import type { Slot } from './trace';

/** One cell of a slot, changed by hand; row and column from 0. */
export interface Tampering {
  readonly slot: Slot;
  readonly row: number;
  readonly col: number;
  /** The new value, rounded to what the slot's buffer stores. */
  readonly value: number;
}

/**
 * Changes cells of what slots refer to, as the caches stand now. A buffer that stands in two slots changes in both.
 * A slot that holds nothing and a cell that its buffer does not have are passed over: a model may have lost them.
 */
export function tamper(tape: Tape, tampering: readonly Tampering[]): void {
  for (const { slot, row, col, value } of tampering)
    tape.alter(slot, (matrix) => withCell(matrix, row, col, value));
}

function withCell(matrix: Matrix, row: number, col: number, value: number): Matrix {
  if (row >= matrix.rows || col >= matrix.cols) return matrix;
  const changed = map(matrix, (x) => x);
  changed.data[row * matrix.cols + col] = value;
  return changed;
}
