import { type Matrix, map } from './matrix';
import type { BufferName } from './names';
import type { Tape } from './tape';

/** What is done to a cached buffer by hand: one cell is set, or all of it. */
export type Tampering = CellTampering | WholeTampering;

/** A cached buffer in whose place others' numbers stand; rows of the buffer's shape, of which what fits is taken. */
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
  /** The new value, rounded to what the buffer stores; of a bit, whether it is 0. */
  readonly value: number;
}

/**
 * Changes cells of what the caches hold now. What stands in two slots is one buffer, and changes in both. What no slot
 * refers to, and a cell that its buffer does not have, are passed over: a model may have lost them. Returns the buffers
 * that are not what they were.
 */
export function tamper(tape: Tape, tampering: readonly Tampering[]): ReadonlySet<BufferName> {
  const byTensor = new Map<BufferName, Tampering[]>();
  for (const cell of tampering) {
    const cells = byTensor.get(cell.tensor) ?? [];
    cells.push(cell);
    byTensor.set(cell.tensor, cells);
  }
  const altered = Array.from(byTensor).filter(([tensor, cells]) =>
    tape.alter(tensor, (matrix) => withCells(matrix, cells)),
  );
  return new Set(altered.map(([tensor]) => tensor));
}

/** A matrix in which cells are what they are set to; the matrix itself where they are that already. */
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
