import type { BufferName } from '../../core/model/names';
import type { CellOf } from '../../core/pass/dependence';
import type { Edit } from '../choice/edits';
import type { CachedCell } from './cached-cell';
import { type Change, type ChangedCell, isUndone, isWhole } from './changes';

/** A value as links have it. */
const stored = (value: number): ChangedCell['value'] =>
  Number.isFinite(value) ? value : (String(value) as 'NaN' | 'Infinity' | '-Infinity');

/** Replaces the list of changes; a choice with none has no list. */
const tampered =
  (change: (before: readonly Change[]) => Change[]): Edit =>
  ({ tampered: before = [], ...choice }) => {
    const changes = change(before);
    return changes.length > 0 ? { ...choice, tampered: changes } : choice;
  };

/** A cached cell that is set to a value by hand; to set it to what was computed, where that is told, puts it back. */
export const changeCell = ({ tensor, row, col }: CellOf, value: number, computed?: number): Edit =>
  tampered((before) => {
    const change = { tensor, row, col, value: stored(value) };
    const others = before.filter((other) => !isUndone(other, change));
    const isInWhole = others.some((other) => other.tensor === tensor && isWhole(other));
    const isBack = Object.is(value, computed) && !isInWhole;
    return isBack ? others : [...others, change];
  });

/** Moves a cached cell a little. Moved back, it is exactly what was computed, although the sums round. */
export function nudgeCell(cell: CachedCell, by: number): Edit {
  const next = cell.value + by;
  const isBack = Math.abs(next - cell.computed) < Math.abs(by) / 1000;
  return changeCell(cell, isBack ? cell.computed : Math.round(next * 1e6) / 1e6, cell.computed);
}

/** Two cached cells that change places. */
export const swapCells =
  (a: CachedCell, b: CachedCell): Edit =>
  (choice) =>
    changeCell(b, a.value, b.computed)(changeCell(a, b.value, a.computed)(choice));

/** A cached tensor in whose place stand numbers that have nothing to do with it. */
export const makeUnrelated = (tensor: BufferName, seed: number): Edit =>
  tampered((before) => {
    const change = { tensor, unrelated: seed };
    return [...before.filter((other) => !isUndone(other, change)), change];
  });

/** The seed of the numbers that a tensor is scrambled with. */
const SEED = 1;

/** A cached tensor in whose place stand numbers that have nothing to do with it, always the same. */
export const scramble = (tensor: BufferName): Edit => makeUnrelated(tensor, SEED);

/** A cached tensor as the way forward left it. */
export const unscramble = (tensor: BufferName): Edit =>
  tampered((before) => before.filter((change) => change.tensor !== tensor));

/** Without one of the changes. */
export const putBack = (change: Change): Edit =>
  tampered((before) => before.filter((other) => other !== change));

/** The caches as the way forward left them. */
export const putAllBack: Edit = tampered(() => []);
