import { type Matrix, map } from '../../math/matrix';
import type { BufferName } from '../../model/names';
import type { Tape } from '../tape';
import type { Trace } from '../trace';

/** What is done to a cached buffer by hand: one cell is set, or all of it. */
export type Tampering = CellTampering | WholeTampering;

/** Other numbers in the place of a cached buffer: rows of its shape. What does not fit is left out. */
interface WholeTampering {
  readonly tensor: BufferName;
  readonly given: readonly (readonly number[])[];
}

/** One cell of a cached buffer, changed by hand; row and column from 0. */
interface CellTampering {
  /** The buffer, whichever slots refer to it. */
  readonly tensor: BufferName;
  readonly row: number;
  readonly col: number;
  /** The new number, rounded to what the value stores; of a bit, whether it is 0. */
  readonly value: number;
}

/**
 * Changes cells of what the caches hold now. What stands in two slots is one value, and changes in both. What no slot
 * refers to, and cells that the value does not have, are passed over: the model may have been changed since.
 */
export function tamper(tape: Tape, tampering: readonly Tampering[]): void {
  const byTensor = new Map<BufferName, Tampering[]>();
  for (const cell of tampering) {
    const cells = byTensor.get(cell.tensor) ?? [];
    cells.push(cell);
    byTensor.set(cell.tensor, cells);
  }
  for (const [tensor, cells] of byTensor) tape.change(tensor, (matrix) => withCells(matrix, cells));
}

/** Whether anything in the caches is not what the way forward left there. */
export const isTampered = ({ changed }: Trace): boolean => changed.size > 0;

/** Whether a cached value of that name was changed by hand. */
export const isChanged = (trace: Trace, name: BufferName): boolean =>
  [...trace.changed.keys()].some((value) => value.name === name);

/** A matrix with some cells set; the matrix itself where that changes nothing. */
function withCells(matrix: Matrix, cells: readonly Tampering[]): Matrix {
  const { rows, cols, type } = matrix;
  const changed = map(matrix, (x) => x);
  const set = (row: number, col: number, value: number) => {
    if (row < rows && col < cols)
      changed.data[row * cols + col] = type === 'bit' ? Number(value !== 0) : value;
  };
  for (const done of cells)
    if ('given' in done) {
      for (const [i, row] of done.given.entries()) for (const [j, x] of row.entries()) set(i, j, x);
    } else set(done.row, done.col, done.value);
  return changed.data.every((x, k) => Object.is(x, matrix.data[k])) ? matrix : changed;
}
