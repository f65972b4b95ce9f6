import type { SlopeReport } from '../../../src/core/checks/differences/slope-check';
import { type ParameterCell, slopeCheck } from '../../../src/core/checks/differences/slope-check';
import { type Matrix, map, type Precision } from '../../../src/core/math/matrix';
import type { Model } from '../../../src/core/model/model';
import type { BufferName } from '../../../src/core/model/names';
import type { Trace } from '../../../src/core/pass/trace';

/** Every number of a network's parameters, from the first to the last. */
export function* allCells({ parameters }: Pick<Model, 'parameters'>): Generator<ParameterCell> {
  for (const [parameter, { data }] of parameters)
    for (let k = 0; k < data.length; k++) yield { parameter, k };
}

/** The whole check of a pass by central differences. */
export function checked(trace: Trace): SlopeReport {
  const check = slopeCheck(trace, allCells(trace.model));
  while (check.next());
  return check.report();
}

/** A pass in which one cell of a tensor is another number. */
export function withCell(trace: Trace, name: BufferName, k: number, change: (x: number) => number): Trace {
  const matrix = map(trace.buffers.get(name)!, (x) => x);
  matrix.data[k] = change(matrix.data[k]!);
  return { ...trace, buffers: new Map(trace.buffers).set(name, matrix) };
}

/** The same model with its numbers rounded to a precision. */
export function inPrecision(model: Model, precision: Precision): Model {
  const rounded = (matrix: Matrix) => map(matrix, (x) => x, precision);
  return {
    ...model,
    precision,
    X: rounded(model.X),
    Y: rounded(model.Y),
    parameters: new Map(Array.from(model.parameters, ([name, matrix]) => [name, rounded(matrix)])),
  };
}
