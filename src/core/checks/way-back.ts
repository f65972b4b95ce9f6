import type { Node } from '../operations';
import type { Trace } from '../pass/trace';

/** The nodes of a pass in the order of its way back, without those that another node's way back goes through. */
export function* wayBack({ nodes }: Pick<Trace, 'nodes'>): Generator<Node> {
  for (let i = nodes.length - 1; i >= 0; i--) {
    yield nodes[i]!;
    if (nodes[i]!.over) i--;
  }
}
