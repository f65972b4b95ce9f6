import type { Model } from '../model/model';
import { type BufferName, named } from '../model/names';
import {
  type Node,
  type Operation,
  type OperationName,
  operationNames,
  operations,
  type Part,
} from '../operations';
import type { Doing } from './trace';

type Network = Pick<Model, 'layers' | 'loss' | 'output'>;

/** The operation that a node is one of. */
export const operationOf = ({ op }: Pick<Node, 'op'>): Operation => operations[op as OperationName];

/** The operations of a network in their order, each taking what the one before it makes. */
export function nodesOf(model: Network): readonly Node[] {
  const nodes: Node[] = [];
  let input: BufferName = named('A', 0);
  for (let l = 1; l <= model.layers.length; l++)
    for (const op of operationNames) {
      const { isIn, output, passesOver } = operations[op];
      if (!isIn(model, l)) continue;
      const before = nodes.at(-1);
      const node: Node = { op, layer: l, input, output: output(l), goesOn: before !== undefined };
      nodes.push(passesOver && before ? { ...node, over: before } : node);
      input = node.output;
    }
  return nodes;
}

/** Every part of an operation, those of the way back last. */
export const partsOf = ({ forward, again = {}, backward }: Operation): readonly Part<string>[] => [
  forward,
  ...Object.values(again).flatMap((part) => part ?? []),
  ...backward,
];

/** The part of its operation that a step ran. */
export function partOf({ node, op, phase }: Doing): Part<string> {
  const operation = operationOf(node);
  const parts = phase === 'backward' ? operation.backward : partsOf(operation);
  return parts.find(({ step }) => step === op)!;
}

/** The name of a step's result, among all that it writes. */
export const resultOf = (step: Doing): BufferName => partOf(step).result(step.node);

/** Whether a step takes the gradient back through a layer's g: that of its own, or of a loss that goes over it. */
export const goesBackThroughG = (step: Doing): boolean =>
  (step.phase === 'backward' && operationOf(step.node).g !== undefined) ||
  (step.node.over !== undefined && !makesCost(step));

/** Whether a step ends the way forward: the one that makes J. */
export function makesCost({ node, op }: Pick<Doing, 'node' | 'op'>): boolean {
  const { isLoss, forward } = operationOf(node);
  return isLoss === true && op === forward.step;
}
