import { ledger } from './ledger';
import { cell, fromRows, type Matrix } from './matrix';
import { cachedBytes, type Model, sizesOf } from './model';
import { record } from './record';
import type { Step } from './trace';

/**
 * The steps of a pass, with the bytes they would hold, without the cost of running it: what is saved, read and
 * freed depends neither on the numbers nor on how many examples there are, so that one example tells all.
 */
export function rehearse(model: Model): readonly Step[] {
  const one = { ...model, X: firstColumn(model.X), Y: firstColumn(model.Y) };
  const { steps } = record(one);
  const sizes = sizesOf(model);
  const bytes = ledger(steps, (name) => cachedBytes(name, model, sizes));
  return steps.map((step, i) => ({ ...step, cacheBytes: bytes[i]! }));
}

const firstColumn = (matrix: Matrix): Matrix =>
  fromRows(
    Array.from({ length: matrix.rows }, (_, i) => [cell(matrix, i, 0)]),
    matrix.type,
  );
