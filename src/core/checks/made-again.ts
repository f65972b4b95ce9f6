import { fillAgain, letGo } from '../math/letting-go';
import type { Matrix } from '../math/matrix';
import type { BufferName } from '../model/names';
import { dryRun } from '../pass/dry-run';
import { operationOf } from '../pass/nodes';
import type { Doing, Trace } from '../pass/trace';
import { runAside } from '../pass/what-if/run-aside';
import { wayBack } from './way-back';

/** A pass while it runs: `buffers` has what was written so far. */
type Running = Pick<Trace, 'model' | 'nodes'> & { readonly buffers: ReadonlyMap<BufferName, Matrix> };

/**
 * Follows a pass while it runs, lets go of what activations give once the next step has read it, and makes it again before
 * the way back needs it: that is half of what a way forward leaves, for little work.
 */
export function activationsAgain(run: Running): (doing: Doing) => void {
  const { model, nodes, buffers } = run;
  // What recomputes reads what no step of the way back comes to by itself.
  if (dryRun(model).some(({ phase }) => phase === 'recompute')) return () => undefined;
  const makers = new Map(nodes.filter((node) => operationOf(node).g).map((node) => [node.output, node]));
  const back = [...wayBack(run)];
  const leave = (name: BufferName): void => {
    const maker = makers.get(name);
    if (maker) letGo([buffers.get(name)!], new Set([buffers.get(maker.input)!.data.buffer]));
  };
  const makeAgain = (name: BufferName): void => {
    const [maker, matrix] = [makers.get(name), buffers.get(name)];
    if (!maker || !matrix || matrix.data.length > 0) return;
    const values = new Map(buffers);
    runAside(operationOf(maker).forward, maker, { model, values });
    fillAgain(matrix, values.get(name)!);
  };
  return ({ phase, node }) => {
    if (phase === 'forward') return leave(node.input);
    const at = back.findIndex(({ op, layer }) => op === node.op && layer === node.layer);
    const next = back[at + 1];
    if (next) makeAgain(next.input);
  };
}
