import { ledger } from './ledger';
import { fromRows, type Matrix, toRows } from './matrix';
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
    toRows(matrix).map((row) => row.slice(0, 1)),
    matrix.type,
  );
