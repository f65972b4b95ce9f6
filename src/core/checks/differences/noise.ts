import type { Matrix } from '../../math/matrix';
import { map } from '../../math/matrix';
import type { BufferName } from '../../model/names';
import type { Trace } from '../../pass/trace';
import { around, boundsOf } from '../bounds';

/**
 * How far J may be off by rounding in float64, for the values of a pass and for others near them: a running error bound
 * along the way forward, node by node. How far A[L] may be off is taken from the pass, once.
 */
export function noiseOf({
  model,
  nodes,
  buffers,
}: Trace): (values: ReadonlyMap<BufferName, Matrix>) => number {
  const last = nodes.at(-1)!;
  let error = map(buffers.get(nodes[0]!.input)!, () => 0, 'float64');
  for (const node of nodes.slice(0, -1))
    error = boundsOf(node).error(
      around(node, model, (name) => buffers.get(name)!),
      error,
    );
  return (values) =>
    boundsOf(last).error(
      around(last, model, (name) => values.get(name)!),
      error,
    ).data[0]!;
}
