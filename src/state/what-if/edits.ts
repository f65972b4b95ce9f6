import type { CellOf } from '../../core/dependence';
import type { BufferName } from '../../core/names';
import type { Edit } from '../edits';
import type { Change, ChangedCell } from './schema';

const isAt = (change: Change, { tensor, row, col }: CellOf): boolean =>
  'row' in change && change.tensor === tensor && change.row === row && change.col === col;

/** A value as links have it. */
const stored = (value: number): ChangedCell['value'] =>
  Number.isFinite(value) ? value : (String(value) as 'NaN' | 'Infinity' | '-Infinity');

/** Changes in the place of others; a choice without any says nothing of them. */
const tampered =
  (change: (before: readonly Change[]) => Change[]): Edit =>
  ({ tampered: before = [], ...choice }) => {
    const changes = change(before);
    return changes.length > 0 ? { ...choice, tampered: changes } : choice;
  };

/** A cached cell that is set to a value by hand. */
export const changeCell = (cell: CellOf, value: number): Edit =>
  tampered((before) => [
    ...before.filter((change) => !isAt(change, cell)),
    { ...cell, value: stored(value) },
  ]);

/** Two cached cells that change places; given with the values that they have. */
export const swapCells =
  (a: CellOf & { value: number }, b: CellOf & { value: number }): Edit =>
  (choice) => {
    const at = ({ tensor, row, col }: CellOf): CellOf => ({ tensor, row, col });
    return changeCell(at(b), a.value)(changeCell(at(a), b.value)(choice));
  };

/** A cached tensor in whose place stand numbers that have nothing to do with it. */
export const makeUnrelated = (tensor: BufferName, seed: number): Edit =>
  tampered((before) => [...before.filter((change) => change.tensor !== tensor), { tensor, unrelated: seed }]);

/** A cell as it was computed; within a tensor that was changed as a whole, the whole tensor. */
export const putBack = (cell: CellOf): Edit =>
  tampered((before) =>
    before.some((change) => isAt(change, cell))
      ? before.filter((change) => !isAt(change, cell))
      : before.filter((change) => change.tensor !== cell.tensor),
  );

/** The caches as the way forward left them. */
export const putAllBack: Edit = tampered(() => []);
