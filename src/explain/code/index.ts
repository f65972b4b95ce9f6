import { isFused, sizesOf } from '../../core/model/model';
import { droppedSegment } from '../../core/pass/checkpoint';
import type { Step, Trace } from '../../core/pass/trace';
import { translated } from './expressions';
import { type Framework, layerIn, lossIn, outputIn } from './frameworks';
import { type Draft, type Language, type Line, linesOf, namesOf, shapesOf } from './listing';
import {
  activationBackward,
  activationBackwardCall,
  activationForward,
  defined,
  linearBackward,
  linearForward,
} from './numpy';
import { lossInNumpy } from './numpy-functions';
import { modelBackward, modelForward, segmentAgain } from './numpy-model';
import { type LayerPass, passOf, variableOf } from './pass';

export { type Language, type Line, languages, type Token } from './listing';

/** The code of a step in a language, as the record says that it ran: what it kept, what it read, what it missed. */
export function codeOf(step: Step, trace: Trace, language: Language): Line[] {
  const pass = passOf(step.layer, trace);
  const drafts = language === 'numpy' ? inNumpy(step, trace, pass) : inFramework(step, trace, pass, language);
  const last = drafts.at(-1)?.text === '' ? -1 : undefined;
  return linesOf(drafts.slice(0, last), variableOf(step, pass.missed), namesOf(step.layer));
}

/** The arguments of a function with their shapes. */
const shaping = ({ layer }: Step, { model }: Trace) => {
  const sizes = sizesOf(model);
  return (...args: string[]) => shapesOf(args, namesOf(layer), sizes);
};

function inFramework(step: Step, trace: Trace, pass: LayerPass, framework: Framework): Draft[] {
  const shaped = shaping(step, trace);
  const loss = lossInNumpy(trace.model.loss);
  const isLinear = step.op !== 'activation' && step.phase !== 'loss';
  if (pass.fused && !isLinear) return outputIn(pass, loss.cost, framework, shaped('Z', 'Y'));
  if (step.phase === 'loss') return lossIn(loss, framework, shaped('A', 'Y'));
  return layerIn(pass, framework, shaped('A_prev', 'W', 'b'));
}

/** The function in which the line stands that runs, and after it those that called it: so that both can be seen. */
function inNumpy(step: Step, trace: Trace, pass: LayerPass): Draft[] {
  const { op, phase, layer } = step;
  const { model } = trace;
  const shaped = shaping(step, trace);
  const back = modelBackward(pass, isFused(model));
  const loss = lossInNumpy(model.loss);
  if (op === 'cost') return costForward(translated(loss.cost, 'numpy'), shaped('A', 'Y'));
  if (op === 'cost_gradient')
    return [...costBackward(translated(loss.gradient, 'numpy'), shaped('A', 'Y')), ...back];
  if (op === 'output') return back;
  const args = shaped('A_prev', 'W', 'b');
  const forwards = (left: LayerPass['left']) => [
    ...(op === 'linear' ? linearForward(args, false) : []),
    ...activationForward(pass, args, left),
  ];
  if (phase === 'forward') return [...forwards(pass.left), ...modelForward(pass)];
  const segment = droppedSegment(model, layer);
  if (phase === 'recompute' && !pass.missed && segment)
    return [...forwards('all'), ...segmentAgain(pass, segment)];
  const callers = [...(pass.fused ? [] : activationBackwardCall(pass, shaped('dA'))), ...back];
  if (phase === 'recompute') return [...linearForward(args, true), ...callers];
  if (op === 'activation') return [...activationBackward(pass, shaped('dA')), ...callers];
  return [...linearBackward(shaped('dZ'), layer === 1), ...callers];
}

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
