import { largestMagnitude, type Matrix } from '../math/matrix';
import { multiply, transposed } from '../math/multiply';
import { isFused } from '../model/model';
import type { BufferName } from '../model/names';
import { losses } from '../operations/losses';
import type { Trace } from '../pass/trace';

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

/** Whether two numbers are one: 0 and −0 are, and NaN and NaN. */
export const isSame = (x: number, y: number): boolean => x === y || Object.is(x, y);

/**
 * The largest difference between the cells of two matrices, as a part of the largest cell of the second: in proportion
 * to the tensor, however small its numbers are. NaN where a cell of either is NaN or infinite; Infinity where the second
 * is all 0 and the first is not. Two shapes are an Error that names them.
 */
export function largestDistance(found: Matrix, right: Matrix): number {
  if (found.rows !== right.rows || found.cols !== right.cols)
    throw new Error(`cannot compare ${found.rows} by ${found.cols} with ${right.rows} by ${right.cols}`);
  let largest = 0;
  for (let k = 0; k < right.data.length; k++) {
    const difference = Math.abs(found.data[k]! - right.data[k]!);
    if (!(difference < Infinity)) return Number.NaN;
    largest = Math.max(largest, difference);
  }
  return largest === 0 ? 0 : largest / largestMagnitude(right);
}
