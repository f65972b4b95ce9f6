import { type Matrix, map } from '../../../src/core/math/matrix';
import type { Model } from '../../../src/core/model/model';
import type { BufferName } from '../../../src/core/model/names';
import { record } from '../../../src/core/pass/record';

/** J of a whole pass with cell k of a parameter moved. */
export function costWith(model: Model, parameter: BufferName, k: number, value: number): number {
  const original = model.parameters.get(parameter);
  if (!original) throw new Error(`the model has no parameter ${parameter}`);
  const moved = map(original, (x) => x);
  moved.data[k] = value;
  const parameters = new Map(model.parameters).set(parameter, moved);
  return record({ ...model, parameters }).buffers.get('cost')!.data[0]!;
}

/**
 * ∂J/∂P for a parameter P by central differences, (J(p + h) − J(p − h)) / 2h cell by cell, with a whole pass for each
 * J: slow, and as plain as can be. Meant for a float64 model whose Z stay clear of kinks; the error is of the order of
 * h² + 1e-16/h.
 */
export function centralDifferences(model: Model, parameter: BufferName, h = 1e-5): Matrix {
  const original = model.parameters.get(parameter);
  if (!original) throw new Error(`the model has no parameter ${parameter}`);
  const gradient = map(original, () => 0);
  original.data.forEach((p, k) => {
    gradient.data[k] =
      (costWith(model, parameter, k, p + h) - costWith(model, parameter, k, p - h)) / (2 * h);
  });
  return gradient;
}
