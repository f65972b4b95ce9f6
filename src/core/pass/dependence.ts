import { type BufferName, parseName } from '../model/names';
import type { Indices } from '../operations';
import { partOf } from './nodes';
import type { Step, Trace } from './trace';

/** Cells of a tensor: one row or all, one column or all; rows and columns from 0. */
export interface Cells {
  readonly tensor: BufferName;
  readonly row?: number | undefined;
  readonly col?: number | undefined;
}

/** One cell of a tensor. */
export interface CellOf {
  readonly tensor: BufferName;
  readonly row: number;
  readonly col: number;
}

/** The cells with indices `of` that go with one cell whose indices are `known`. */
function follow(of: Indices, known: Indices, { row, col }: CellOf, tensor: BufferName): Cells {
  const at = new Map([
    [known[0], row],
    [known[1], col],
  ]);
  const index = (name: string) => (name === '1' ? 0 : at.get(name));
  return { tensor, row: index(of[0]), col: index(of[1]) };
}

const dependenceOf = (written: BufferName, step: Step, { model }: Trace) =>
  partOf(step).dependence(written, step, model.layers[step.layer - 1]!);

/** The cells of all that a step reads from which it works out one cell of what it writes, by formula. */
export function sourcesOf(step: Step, trace: Trace, cell: CellOf): readonly Cells[] {
  const dependence = dependenceOf(cell.tensor, step, trace);
  if (!dependence) return [];
  return step.reads.flatMap(({ name }) => {
    const indices = dependence.reads(parseName(name).kind);
    return indices ? [follow(indices, dependence.result, cell, name)] : [];
  });
}

/** The cells of all that a step writes that depend on one cell of what it reads; none where it does not read it. */
export function dependentsOf(step: Step, trace: Trace, cell: CellOf): readonly Cells[] {
  if (!step.reads.some(({ name }) => name === cell.tensor)) return [];
  const { kind } = parseName(cell.tensor);
  return step.writes.flatMap(({ name }) => {
    const dependence = dependenceOf(name, step, trace);
    const known = dependence?.reads(kind);
    return dependence && known ? [follow(dependence.result, known, cell, name)] : [];
  });
}

/** Whether a cell is among those. */
export const includes = (cells: Cells, { tensor, row, col }: CellOf): boolean =>
  cells.tensor === tensor && (cells.row ?? row) === row && (cells.col ?? col) === col;

/** The step that wrote a tensor as it stands after `index` steps; undefined for what is given or not there yet. */
export const writerOf = (tensor: BufferName, trace: Trace, index: number): Step | undefined =>
  trace.steps.findLast((step) => step.index <= index && step.writes.some(({ name }) => name === tensor));
