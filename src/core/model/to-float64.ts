import { type Matrix, map } from '../math/matrix';
import type { Model } from './model';

const inFloat64 = (matrix: Matrix): Matrix => map(matrix, (x) => x, 'float64');

/** The same model in float64, with the numbers that it holds. */
export const toFloat64 = (model: Model): Model => ({
  ...model,
  precision: 'float64',
  X: inFloat64(model.X),
  Y: inFloat64(model.Y),
  parameters: new Map(Array.from(model.parameters, ([name, matrix]) => [name, inFloat64(matrix)])),
});
