import type { Matrix } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import { losses } from '../operations/losses';
import { operationOf } from '../pass/nodes';
import type { Trace } from '../pass/trace';
import { runAside } from '../pass/what-if/run-aside';

/** A pass; its steps are not needed. */
type Passed = Pick<Trace, 'model' | 'nodes' | 'buffers'>;

/**
 * dA[0], the gradient for the input, per example like every dA: (n_0, m). No step of a pass computes it, since
 * nothing would read it. It is computed here for comparison with programs that do, by the part of the first operation that
 * a pass leaves out.
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
