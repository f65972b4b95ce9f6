import type { Node } from '../operations';
import type { Doing, Trace } from '../pass/trace';

/** The nodes of a pass in the order of its way back, without those that another node's way back goes through. */
export function* wayBack({ nodes }: Pick<Trace, 'nodes'>): Generator<Node> {
  for (let i = nodes.length - 1; i >= 0; i--) {
    yield nodes[i]!;
    if (nodes[i]!.over) i--;
  }
}

/** Says of a pass while it runs which node its way back is done with: no later step needs what came out of it. */
export function alongWayBack(run: Pick<Trace, 'nodes'>, goPast: (node: Node) => void) {
  const left = [...wayBack(run)];
  const go = (isPast: (node: Node) => boolean): void => {
    while (left[0] && isPast(left[0])) goPast(left.shift()!);
  };
  return {
    /** A node is done with once the next one on the way back has run a step. */
    onStep({ phase, node }: Doing): void {
      if (phase === 'backward') go(({ op, layer }) => op !== node.op || layer !== node.layer);
    },
    end: () => go(() => true),
  };
}
