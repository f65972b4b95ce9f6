import { type Matrix, map } from './matrix';
import type { Model } from './model';
import { multiply, transposed } from './multiply';
import type { BufferName } from './names';
import { record } from './record';
import type { Trace } from './trace';

/**
 * dA[0], the gradient for the input, per example like every dA: (n_0, m). No step of a pass computes it, since
 * nothing would read it; here it is for comparison with those who do.
 */
export const inputGradient = ({ model, buffers }: Trace): Matrix =>
  multiply(transposed(buffers.get('W1')!), buffers.get('dZ1')!, model.precision);

/** The tensor of that name, dA[0] included; undefined where a pass has none. */
export const tensorOf = (trace: Trace, name: BufferName): Matrix | undefined =>
  name === 'dA0' ? inputGradient(trace) : trace.buffers.get(name);

/**
 * How far x is from y: relative where |y| > 1, else absolute. Two equal values, infinities and NaN too, are 0 apart,
 * an infinity and any other number Infinity, NaN and any other number NaN.
 */
export const distance = (x: number, y: number): number =>
  Object.is(x, y) || x === y ? 0 : Math.abs(x - y) / Math.max(1, Math.min(Math.abs(y), Number.MAX_VALUE));

/**
 * The largest distance between the cells of two matrices; NaN where one has NaN alone. Two shapes are an Error that
 * names them.
 */
export function largestDistance(a: Matrix, b: Matrix): number {
  if (a.rows !== b.rows || a.cols !== b.cols)
    throw new Error(`cannot compare ${a.rows} by ${a.cols} with ${b.rows} by ${b.cols}`);
  let largest = 0;
  for (let k = 0; k < a.data.length; k++) {
    const d = distance(a.data[k]!, b.data[k]!);
    if (Number.isNaN(d)) return Number.NaN;
    largest = Math.max(largest, d);
  }
  return largest;
}

/**
 * ∂J/∂P for a parameter P by central differences, (J(p + h) − J(p − h)) / 2h cell by cell. Meant for a float64
 * model whose Z stay clear of kinks; the error is of the order of h² + 1e-16/h.
 */
export function centralDifferences(model: Model, parameter: BufferName, h = 1e-5): Matrix {
  const original = model.parameters.get(parameter);
  if (!original) throw new Error(`the model has no parameter ${parameter}`);
  const costWith = (k: number, change: number): number => {
    const moved = map(original, (x) => x);
    moved.data[k] = original.data[k]! + change;
    const parameters = new Map(model.parameters).set(parameter, moved);
    return record({ ...model, parameters }).buffers.get('cost')!.data[0]!;
  };
  const gradient = map(original, () => 0);
  for (let k = 0; k < gradient.data.length; k++)
    gradient.data[k] = (costWith(k, h) - costWith(k, -h)) / (2 * h);
  return gradient;
}
