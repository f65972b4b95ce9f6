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

/** A cell of a cache. */
export interface CachedCell extends CellOf {
  /** What stands in it now. */
  readonly value: number;
  /** What the way forward left there. */
  readonly computed: number;
}

/** How near a value must be to what was computed to be taken for it: sums of nudges round. */
const isNear = (x: number, computed: number): boolean =>
  Object.is(x, computed) || Math.abs(x - computed) <= 1e-7 * Math.max(1, Math.abs(computed));

/** A cached cell that is set to a value by hand; to set it to what was computed, where that is told, puts it back. */
export const changeCell = ({ tensor, row, col }: CellOf, value: number, computed?: number): Edit =>
  tampered((before) => {
    const cell = { tensor, row, col };
    const others = before.filter((change) => !isAt(change, cell));
    const isWhole = others.some((change) => change.tensor === tensor && 'unrelated' in change);
    const isBack = computed !== undefined && isNear(value, computed) && !isWhole;
    return isBack ? others : [...others, { ...cell, value: stored(value) }];
  });

/** Two cached cells that change places. */
export const swapCells =
  (a: CachedCell, b: CachedCell): Edit =>
  (choice) =>
    changeCell(b, a.value, b.computed)(changeCell(a, b.value, a.computed)(choice));

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
