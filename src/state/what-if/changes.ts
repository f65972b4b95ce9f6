import type { CellOf } from '../../core/pass/dependence';

/** A cell that is set to a value; JSON has no word for those that are no numbers. */
export interface ChangedCell extends CellOf {
  readonly value: number | 'NaN' | 'Infinity' | '-Infinity';
}

/** One change by hand: of a cell, or of a whole tensor, in whose place stand unrelated numbers or those of a file. */
export type Change =
  | ChangedCell
  | { readonly tensor: string; readonly unrelated: number }
  | { readonly tensor: string; readonly given: number[][] };

/** The most changes by hand at a time: so many always fit into a link. */
export const MOST_CHANGES = 64;

/** Whether two are the same cell. */
export const isSameCell = (a: CellOf, b: CellOf): boolean =>
  a.tensor === b.tensor && a.row === b.row && a.col === b.col;

/** Whether a change is one of a whole tensor. */
export const isWhole = (change: Change): change is Exclude<Change, ChangedCell> => !('row' in change);

/** Whether nothing is left of a change once a later one is made. */
export const isUndone = (change: Change, later: Change): boolean =>
  later.tensor === change.tensor && (isWhole(later) || (!isWhole(change) && isSameCell(change, later)));
