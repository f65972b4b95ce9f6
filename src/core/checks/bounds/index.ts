import { absolute, largestMagnitude, type Matrix, map } from '../../math/matrix';
import { gradientOf } from '../../model/names';
import { type Node, type OperationName, rowFor } from '../../operations';
import { exact } from '../magnitude';
import { roundingIn } from '../rounding';
import { activation } from './activation';
import { batchNorm } from './batch-norm';
import type { Bounds } from './bounds';
import { dense } from './dense';
import { dropout } from './dropout';
import { fusedLoss, loss } from './loss';

export { type Around, around, type Bounds } from './bounds';

/** What the checks know of each operation. To add one is to add it here. */
const bounds: Readonly<Record<OperationName, Bounds>> = {
  dense,
  batch_norm: batchNorm,
  activation,
  dropout,
  loss,
  fused_loss: fusedLoss,
};

/** A tensor's largest magnitude in every cell, where nothing is known of how its cells differ. */
export const inProportion = (tensor: Matrix): Matrix => {
  const largest = largestMagnitude(tensor);
  return map(absolute(tensor), () => largest);
};

/** The bounds of an operation that has none: each tensor is judged in proportion to its largest cell. */
const unknown: Bounds = {
  forward: ({ node, value }) => [[node.output, inProportion(value(node.output))]],
  error({ node, value }, given) {
    const [input, output] = [node.input, node.output].map((name) => inProportion(value(name)));
    const share = largestMagnitude(given) / (input!.data[0] || 1);
    return map(output!, (size) => share * size + roundingIn(size));
  },
  input: ({ node, value }) => exact(inProportion(value(gradientOf(node.input)))),
  others: () => [],
};

/** What the checks know of the operation that a node is one of. */
export const boundsOf = (node: Pick<Node, 'op'>): Bounds => rowFor(bounds, node) ?? unknown;
