import { absolute } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import type { Node } from '../operations';
import type { Trace } from '../pass/trace';
import { around, boundsOf } from './bounds';
import { exact, type Magnitude, stored } from './magnitude';
import { ofCost, termsSummed } from './magnitudes';
import { tensorOf } from './tensor-of';
import { wayBack } from './way-back';

/**
 * What the cells of every tensor of a pass sum in the layer that makes them: how far apart two programs may be in a cell
 * of which little is left. Within a layer, each node passes on to the next what it sums; from layer to layer, numbers are
 * taken as they are, so that unlike `magnitudesOf` it does not grow with the number of layers. But what batch norm's
 * difference is off by, and what is lost near 0, goes on to all that follows from it.
 */
export function sumsOf(trace: Trace): ReadonlyMap<BufferName, Magnitude> {
  const { model, nodes } = trace;
  const sums = new Map<BufferName, Magnitude>();
  const at = (node: Node) => around(node, model, (name) => tensorOf(trace, name)!);
  const begins = (node: Node): boolean =>
    nodes.find(({ output }) => output === node.input)?.layer !== node.layer;

  for (const node of nodes) {
    const given = begins(node) ? undefined : sums.get(node.input)?.terms;
    for (const [name, terms] of boundsOf(node).forward(at(node), given))
      sums.set(name, stored(exact(terms), terms.rows));
  }
  let isBelowDifference = false;
  for (const node of wayBack(trace)) {
    const { input, others, betweenPrograms, cancels } = boundsOf(node);
    const d = sums.get(gradientOf(node.output)) ?? ofCost;
    const asIs = (): Magnitude => ({
      ...exact(absolute(tensorOf(trace, gradientOf(node.output))!)),
      ...(isBelowDifference && { slips: d.slips }),
      underflows: d.underflows,
    });
    const of = betweenPrograms?.(at(node)) ?? input(at(node), begins(node) ? asIs() : d);
    isBelowDifference ||= cancels ?? false;
    const summed = termsSummed(d);
    sums.set(gradientOf(node.input), stored(of, summed));
    for (const [name, magnitude] of others(at(node), d)) sums.set(name, stored(magnitude, summed));
  }
  return sums;
}
