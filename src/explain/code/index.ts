import { isFused, sizesOf } from '../../core/model/model';
import { type BufferName, parseName } from '../../core/model/names';
import { type OperationName, rowFor } from '../../core/operations';
import { droppedSegment } from '../../core/pass/checkpoint';
import { resultOf } from '../../core/pass/nodes';
import type { Step, Trace } from '../../core/pass/trace';
import { dropoutBackward, dropoutForward, dropoutIn } from './dropout';
import { translated } from './expressions';
import { layerIn, lossIn, outputIn } from './frameworks';
import { type Draft, type Language, type Line, linesOf, namesOf, shapesOf } from './listing';
import {
  activationBackward,
  activationBackwardCall,
  activationForward,
  defined,
  hasDropout,
  linearBackward,
  linearForward,
} from './numpy';
import { lossInNumpy } from './numpy-functions';
import { modelBackward, modelForward, segmentAgain } from './numpy-model';
import { batchNormAgain, batchNormBackward, batchNormForward } from './numpy-norm';
import { isRebuilt, type LayerPass, passOf, variableOf } from './pass';
import type { Framework } from './with-backward';

export { type Language, type Line, languages, type Token } from './listing';

/** The code of a step in a language, as the record says that it ran: what it kept, what it read, what it missed. */
export function codeOf(step: Step, trace: Trace, language: Language): Line[] {
  const pass = passOf(step.layer, trace);
  const row = rowFor<Row>(rows[language], step.node) ?? byName;
  const drafts = row(step, trace, pass);
  const last = drafts.at(-1)?.text === '' ? -1 : undefined;
  return linesOf(drafts.slice(0, last), variableOf(step, trace, pass), namesOf(step.layer, pass.input));
}

/** The arguments of a function with their shapes. */
const shaping = ({ layer }: Step, { model }: Trace, { input }: LayerPass) => {
  const sizes = sizesOf(model);
  return (...args: string[]) => shapesOf(args, namesOf(layer, input), sizes);
};

type Row = (step: Step, trace: Trace, pass: LayerPass) => Draft[];

/** Of an operation that has no code of its own: a function by its name. */
const byName: Row = (step, trace, pass) => {
  const variable = (name: BufferName): string => parseName(name).kind;
  const back = step.phase === 'backward' ? '_backward' : '';
  const args = step.reads.map(({ name }) => variable(name)).join(', ');
  return [
    { text: `# What ${step.node.op} does is not written out here` },
    {
      text: `${variable(resultOf(step))} = ${step.op}${back}(${args})`,
      sets: variableOf(step, trace, pass),
    },
  ];
};

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

const inFramework = (framework: Framework): Record<OperationName, Row> => ({
  dense: inLayer(framework),
  batch_norm: inLayer(framework),
  activation: (step, trace, pass) =>
    (pass.fused ? inOutput(framework) : inLayer(framework))(step, trace, pass),
  dropout: (_, __, { layer }) => dropoutIn(layer.dropout!, framework),
  loss: (step, trace, pass) =>
    lossIn(lossInNumpy(trace.model.loss), framework, shaping(step, trace, pass)('A', 'Y')),
  fused_loss: inOutput(framework),
});

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

const lossSteps: Row = (step, trace, pass) => {
  const shapes = shaping(step, trace, pass)('A', 'Y');
  const { cost, gradient } = lossInNumpy(trace.model.loss);
  const back = modelBackward(pass, isFused(trace.model));
  if (step.op === 'cost') return costForward(translated(cost, 'numpy'), shapes);
  if (step.op === 'output') return back;
  return [...costBackward(translated(gradient, 'numpy'), shapes), ...back];
};

/** The function in which the line stands that runs, and after it those that called it: so that both can be seen. */
const inNumpy: Record<OperationName, Row> = {
  dense(step, trace, pass) {
    const shaped = shaping(step, trace, pass);
    const args = shaped('A_prev', 'W', 'b');
    if (isForward(step, trace)) return layerForward(linearForward(args, false), step, trace, pass);
    const back =
      step.phase === 'recompute' ? linearForward(args, true) : linearBackward(shaped('dZ'), step.layer === 1);
    return [...back, ...callersBack(step, trace, pass)];
  },
  batch_norm(step, trace, pass) {
    const of = pass.layer.batch_norm!;
    if (isForward(step, trace)) return layerForward(batchNormForward(of), step, trace, pass);
    const back = step.phase === 'recompute' ? batchNormAgain(of) : batchNormBackward(of);
    return [...back, ...callersBack(step, trace, pass)];
  },
  activation(step, trace, pass) {
    if (step.phase !== 'backward') return layerForward([], step, trace, pass);
    const shapes = shaping(step, trace, pass)('dA');
    return [...activationBackward(pass, shapes), ...callersBack(step, trace, pass)];
  },
  dropout(step, trace, pass) {
    const of = pass.layer.dropout!;
    if (step.op !== 'draw' && step.phase !== 'backward')
      return layerForward(dropoutForward(of), step, trace, pass);
    return [...dropoutBackward(of), ...callersBack(step, trace, pass)];
  },
  loss: lossSteps,
  fused_loss: lossSteps,
};

const rows: Record<Language, Record<OperationName, Row>> = {
  numpy: inNumpy,
  torch: inFramework('torch'),
  jax: inFramework('jax'),
};

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
