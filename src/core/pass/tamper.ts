import { type Matrix, map } from '../matrix';
import type { BufferName } from '../names';
import type { Tape } from './tape';
import type { Trace } from './trace';

/** One cell of a cached value, changed by hand; row and column from 0. */
export interface Tampering {
  /** What is called so and cached, whichever slots refer to it. */
  readonly tensor: BufferName;
  readonly row: number;
  readonly col: number;
  /** The new number, rounded to what the value stores; of a bit, whether it is 0. */
  readonly value: number;
}

/**
 * Changes cells of what the caches hold now. What stands in two slots is one value, and changes in both. What no slot
 * refers to, and a cell that its value does not have, are passed over: a model may have lost them.
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

/** A matrix in which those cells are what they are set to; the matrix itself where they are that already. */
function withCells(matrix: Matrix, cells: readonly Tampering[]): Matrix {
  const { rows, cols, type } = matrix;
  const changed = map(matrix, (x) => x);
  for (const { row, col, value } of cells)
    if (row < rows && col < cols)
      changed.data[row * cols + col] = type === 'bit' ? Number(value !== 0) : value;
  return changed.data.every((x, k) => Object.is(x, matrix.data[k])) ? matrix : changed;
}
