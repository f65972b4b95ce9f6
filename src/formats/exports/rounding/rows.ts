import type { Node, OperationName } from '../../../core/operations';
import { activationBackward, activationForward, derivedOff } from './activation';
import { batchNormBackward, batchNormForward } from './batch-norm';
import { denseBackward, denseForward } from './dense';
import { dropoutBackward, dropoutForward } from './dropout';
import { costOff, lossGradientOff } from './loss';
import type { Pass } from './pass';

/** How far off what an operation writes may be, by how far off what it is given may be. */
interface Row {
  forward(pass: Pass, node: Node): void;
  backward(pass: Pass, node: Node): void;
}

/** Every operation's. */
export const rows: Record<OperationName, Row> = {
  dense: { forward: denseForward, backward: denseBackward },
  batch_norm: { forward: batchNormForward, backward: batchNormBackward },
  activation: {
    forward: activationForward,
    backward(pass, node) {
      activationBackward(pass, node);
      derivedOff(pass, node);
    },
  },
  dropout: { forward: dropoutForward, backward: dropoutBackward },
  loss: { forward: costOff, backward: lossGradientOff },
  // What comes of A − Y, the activation before it says.
  fused_loss: { forward: costOff, backward: () => undefined },
};
