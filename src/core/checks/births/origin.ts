import type { Matrix } from '../../math/matrix';
import { type BufferName, spokenCell } from '../../model/names';
import { type EveryPart, rowForPart } from '../../operations';
import type { CellOf } from '../../pass/dependence';
import type { Step, Trace } from '../../pass/trace';
import { ofActivation } from './of-activation';
import { ofBatchNorm } from './of-batch-norm';
import { ofDense } from './of-dense';
import { ofFusedLoss, ofLoss } from './of-loss';
import { beyondOrNone, inShort, type Tell } from './scene';

/** How each operation comes to a number that is not finite. To add one is to add it here. */
const origins: EveryPart<Tell> = {
  dense: ofDense,
  batch_norm: ofBatchNorm,
  activation: ofActivation,
  dropout: {
    forward: (scene) => ({ what: 'A D / keep_prob', why: beyondOrNone(scene) }),
    again: { draw: (scene) => ({ what: 'D, drawn again', why: beyondOrNone(scene) }) },
    backward: { dropout: (scene) => ({ what: 'dA D / keep_prob', why: beyondOrNone(scene) }) },
  },
  loss: ofLoss,
  fused_loss: ofFusedLoss,
};

/**
 * What a NaN or an infinity came from that a step wrote into a cell, with none before it: `∞ · 0 at dZ[2] (1, 3): A is
 * exactly 1`. Without a step, it was given.
 */
export function originOf(at: CellOf, value: number, step: Step | undefined, trace: Trace): string {
  const place = spokenCell(at.tensor, at.row, at.col);
  if (!step) return `${place} is given as ${inShort(value)}`;
  const { node, reads } = step;
  const read = (name: BufferName): Matrix => reads.find((value) => value.name === name)!.matrix;
  const scene = { ...at, value, node, of: trace.model.layers[node.layer - 1]!, trace, read };
  const { what, why } = rowForPart(origins, step)?.(scene) ?? { what: step.op, why: beyondOrNone(scene) };
  return `${what} at ${place}: ${why}`;
}
