import { isFused } from '../../../core/model/model';
import type { EveryPart } from '../../../core/operations';
import { droppedSegment } from '../../../core/pass/checkpoint';
import type { Step, Trace } from '../../../core/pass/trace';
import { dropoutBackward, dropoutForward } from '../dropout';
import { translated } from '../expressions';
import type { Draft } from '../listing';
import { isRebuilt, type LayerPass } from '../pass';
import { type Row, shaping } from '../row';
import { activationBackward, activationBackwardCall, linearBackward } from './backward';
import { activationForward, defined, hasDropout, linearForward } from './forward';
import { lossInNumpy } from './functions';
import { modelBackward, modelForward, segmentAgain } from './model';
import { batchNormAgain, batchNormBackward, batchNormForward } from './norm';

const costForward = (cost: string, shapes: string): Draft[] =>
  defined('compute_cost(A, Y)', [
    { text: shapes },
    { text: `cost = ${cost}`, sets: 'cost' },
    { text: 'loss_cache = A', packing: 'packs' },
    { text: 'return cost, loss_cache' },
  ]);

const costBackward = (gradient: string, shapes: string): Draft[] =>
  defined('cost_backward(loss_cache, Y)', [
    { text: shapes },
    { text: 'A = loss_cache', packing: 'unpacks' },
    { text: `dA = ${gradient}  # per example: dW and db have the 1/m`, sets: 'dA' },
    { text: 'return dA' },
  ]);

/** The way forward through a layer, and what a checkpoint has run again of it. */
function layerForward(of: readonly Draft[], step: Step, trace: Trace, pass: LayerPass): Draft[] {
  const args = shaping(step, trace, pass)('A_prev', 'W', 'b');
  const segment = droppedSegment(trace.model, step.layer);
  const isAgain = step.phase === 'recompute';
  const caller = isAgain && segment ? segmentAgain(pass, segment) : modelForward(pass);
  return [...of, ...activationForward(pass, args, isAgain ? 'all' : pass.left), ...caller];
}

/** Those that call what goes back through a layer. */
const callersBack = (step: Step, trace: Trace, pass: LayerPass): Draft[] => [
  ...(pass.fused ? [] : activationBackwardCall(pass, shaping(step, trace, pass)(aboveOf(pass)))),
  ...modelBackward(pass, isFused(trace.model)),
];

const aboveOf = (pass: LayerPass): string => (hasDropout(pass) ? 'dAdrop' : 'dA');

const isForward = (step: Step, trace: Trace): boolean => step.phase === 'forward' || isRebuilt(step, trace);

const cost: Row = (step, trace, pass) =>
  costForward(translated(lossInNumpy(trace.model.loss).cost, 'numpy'), shaping(step, trace, pass)('A', 'Y'));

const linearBack: Row = (step, trace, pass) => [
  ...linearBackward(shaping(step, trace, pass)('dZ'), step.layer === 1),
  ...callersBack(step, trace, pass),
];

const normBack: Row = (step, trace, pass) => [
  ...batchNormBackward(pass.layer.batch_norm!),
  ...callersBack(step, trace, pass),
];

const dropoutBack: Row = (step, trace, pass) => [
  ...dropoutBackward(pass.layer.dropout!),
  ...callersBack(step, trace, pass),
];

/** The function in which the line stands that runs, and after it those that called it: so that both can be seen. */
export const numpyRows: EveryPart<Row> = {
  dense: {
    forward(step, trace, pass) {
      const args = shaping(step, trace, pass)('A_prev', 'W', 'b');
      return isForward(step, trace)
        ? layerForward(linearForward(args, false), step, trace, pass)
        : [...linearForward(args, true), ...callersBack(step, trace, pass)];
    },
    backward: { weights: linearBack, bias: linearBack, input: linearBack },
  },
  batch_norm: {
    forward(step, trace, pass) {
      const of = pass.layer.batch_norm!;
      return isForward(step, trace)
        ? layerForward(batchNormForward(of), step, trace, pass)
        : [...batchNormAgain(of), ...callersBack(step, trace, pass)];
    },
    backward: { gamma: normBack, beta: normBack, normalised: normBack, batch_norm: normBack },
  },
  activation: {
    forward: (...args) => layerForward([], ...args),
    backward: {
      activation: (step, trace, pass) => [
        ...activationBackward(pass, shaping(step, trace, pass)('dA')),
        ...callersBack(step, trace, pass),
      ],
    },
  },
  dropout: {
    forward: (step, trace, pass) => layerForward(dropoutForward(pass.layer.dropout!), step, trace, pass),
    // D is drawn again by the function of the way back that asks for it.
    again: { draw: dropoutBack },
    backward: { dropout: dropoutBack },
  },
  loss: {
    forward: cost,
    backward: {
      cost_gradient: (step, trace, pass) => [
        ...costBackward(
          translated(lossInNumpy(trace.model.loss).gradient, 'numpy'),
          shaping(step, trace, pass)('A', 'Y'),
        ),
        ...modelBackward(pass, isFused(trace.model)),
      ],
    },
  },
  fused_loss: {
    forward: cost,
    backward: { output: (_, trace, pass) => modelBackward(pass, isFused(trace.model)) },
  },
};
