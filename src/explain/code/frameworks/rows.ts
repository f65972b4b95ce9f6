import type { EveryPart } from '../../../core/operations';
import { dropoutIn } from '../dropout';
import { lossInNumpy } from '../numpy/functions';
import { type Row, shaping } from '../row';
import { layerIn, lossIn, outputIn } from './layer';
import type { Framework } from './with-backward';

/** A layer is one function, with its batch norm in it. */
const inLayer =
  (framework: Framework): Row =>
  (step, trace, pass) =>
    layerIn(pass, framework, shaping(step, trace, pass)('A_prev', 'W', 'b'));

/** Output and loss at once. */
const inOutput =
  (framework: Framework): Row =>
  (step, trace, pass) => {
    const given = pass.layer.batch_norm ? 'Ztilde' : 'Z';
    const shapes = shaping(step, trace, pass)(given, 'Y');
    return outputIn(pass, lossInNumpy(trace.model.loss).cost, framework, shapes);
  };

/** In a framework a function has its way back in it, so that all parts of an operation stand in one listing. */
export function inFramework(framework: Framework): EveryPart<Row> {
  const layer = inLayer(framework);
  const output = inOutput(framework);
  const activation: Row = (step, trace, pass) => (pass.fused ? output : layer)(step, trace, pass);
  const dropout: Row = (_, __, pass) => dropoutIn(pass.layer.dropout!, framework);
  const loss: Row = (step, trace, pass) =>
    lossIn(lossInNumpy(trace.model.loss), framework, shaping(step, trace, pass)('A', 'Y'));
  return {
    dense: { forward: layer, backward: { weights: layer, bias: layer, input: layer } },
    batch_norm: {
      forward: layer,
      backward: { gamma: layer, beta: layer, normalised: layer, batch_norm: layer },
    },
    activation: { forward: activation, backward: { activation } },
    dropout: { forward: dropout, again: { draw: dropout }, backward: { dropout } },
    loss: { forward: loss, backward: { cost_gradient: loss } },
    fused_loss: { forward: output, backward: { output } },
  };
}
