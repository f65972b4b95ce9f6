import { cell as at } from '../core/math/matrix';
import { isGiven } from '../core/model/model';
import { rowForStep } from '../core/operations';
import { type CellOf, writerOf } from '../core/pass/dependence';
import { computedIn } from '../core/pass/frames/computed';
import type { Step, Trace } from '../core/pass/trace';
import { type Reckoning, sums } from './sums';

/** A cell with its value and how it came about; without a step where it was given, not computed. */
export interface Explanation {
  readonly cell: CellOf;
  readonly value: number;
  readonly step?: Step;
  readonly reckoning?: Reckoning;
}

/**
 * How a cell came about by the step that wrote it last, up to step `index`, whatever was done to it by hand since;
 * undefined while it is not there.
 */
export function explain(cell: CellOf, trace: Trace, index: number): Explanation | undefined {
  const { tensor, row, col } = cell;
  const given = isGiven(tensor, trace.model);
  const step = given ? undefined : writerOf(tensor, trace, index);
  const matrix = step
    ? step.writes.find(({ name }) => name === tensor)!.matrix
    : given
      ? computedIn(trace).get(tensor)
      : undefined;
  if (!matrix || row >= matrix.rows || col >= matrix.cols) return undefined;
  const value = at(matrix, row, col);
  if (given) return { cell, value };
  const reckoning = step && rowForStep(sums, step.node, step.op)?.(step, trace, cell);
  return step && { cell, value, step, ...(reckoning && { reckoning }) };
}
