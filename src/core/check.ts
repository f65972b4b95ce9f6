import { losses } from './losses';
import type { Matrix } from './matrix';
import { isFused } from './model';
import { multiply, transposed } from './multiply';
import type { BufferName } from './names';
import type { Trace } from './trace';

/**
 * dA[0], the gradient for the input, per example like every dA: (n_0, m). No step of a pass computes it, since
 * nothing would read it; here it is for comparison with those who do.
 */
export const inputGradient = ({ model, buffers }: Trace): Matrix =>
  multiply(transposed(buffers.get('W1')!), buffers.get('dZ1')!, model.precision);

/** The tensor of that name, dA[0] and the dA[L] of a fused output included; undefined where a pass has none. */
export function tensorOf(trace: Trace, name: BufferName): Matrix | undefined {
  if (name === 'dA0') return inputGradient(trace);
  const { model, buffers } = trace;
  const last = model.layers.length;
  if (name === `dA${last}` && isFused(model))
    return losses[model.loss].gradient(buffers.get(`A${last}`)!, model.Y);
  return buffers.get(name);
}

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
