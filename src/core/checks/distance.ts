import { largestMagnitude, type Matrix } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import { losses } from '../operations/losses';
import { operationOf } from '../pass/nodes';
import type { Trace } from '../pass/trace';
import { runAside } from '../pass/what-if/run-aside';

/** A pass, of which no steps are asked. */
type Passed = Pick<Trace, 'model' | 'nodes' | 'buffers'>;

/**
 * dA[0], the gradient for the input, per example like every dA: (n_0, m). No step of a pass computes it, since
 * nothing would read it; here it is for comparison with those who do, by the part of the first operation that is left out.
 */
export function inputGradient({ model, nodes, buffers }: Passed): Matrix {
  const first = nodes[0]!;
  const values = new Map(buffers);
  for (const part of operationOf(first).backward)
    if (!(part.isPartOf?.(first) ?? true)) runAside(part, first, { model, values });
  return values.get(gradientOf(first.input))!;
}

/** The tensor of that name, dA[0] and the dA[L] of a fused output included; undefined where a pass has none. */
export function tensorOf(trace: Passed, name: BufferName): Matrix | undefined {
  const { model, nodes, buffers } = trace;
  const found = buffers.get(name);
  if (found) return found;
  if (name === gradientOf(nodes[0]!.input)) return inputGradient(trace);
  const fused = nodes.find(({ over, input }) => over && gradientOf(input) === name);
  return fused && losses[model.loss].gradient(buffers.get(fused.input)!, model.Y);
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
