import { absolute } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import type { Node } from '../operations';
import type { Trace } from '../pass/trace';
import { around, boundsOf } from './bounds';
import { tensorOf } from './distance';
import { exact, type Magnitude } from './magnitude';
import { ofCost } from './magnitudes';
import { wayBack } from './way-back';

/**
 * What the cells of every tensor of a pass sum in the layer that makes them, by its own numbers: how far two programs
 * may be apart in a cell of which little is left. Within a layer one node hands on to the next what it sums; from layer
 * to layer numbers are taken as they are, so that unlike `magnitudesOf` it does not grow with the number of layers.
 */
export function sumsOf(trace: Trace): ReadonlyMap<BufferName, Magnitude> {
  const { model, nodes } = trace;
  const sums = new Map<BufferName, Magnitude>();
  const at = (node: Node) => around(node, model, (name) => tensorOf(trace, name)!);
  const begins = (node: Node): boolean =>
    nodes.find(({ output }) => output === node.input)?.layer !== node.layer;

  for (const node of nodes) {
    const given = begins(node) ? undefined : sums.get(node.input)?.terms;
    for (const [name, terms] of boundsOf(node).forward(at(node), given)) sums.set(name, exact(terms));
  }
  for (const node of wayBack(trace)) {
    const { input, others, betweenPrograms } = boundsOf(node);
    const d = sums.get(gradientOf(node.output)) ?? ofCost;
    const asIs = () => exact(absolute(tensorOf(trace, gradientOf(node.output))!));
    const of = betweenPrograms?.(at(node)) ?? input(at(node), begins(node) ? asIs() : d);
    sums.set(gradientOf(node.input), of);
    for (const [name, magnitude] of others(at(node), d)) sums.set(name, magnitude);
  }
  return sums;
}
