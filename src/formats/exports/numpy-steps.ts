import { keptSlots } from '../../core/model/model';
import { gradientOf } from '../../core/model/names';
import { type EveryPart, rowForPart } from '../../core/operations';
import { routeTaken } from '../../core/operations/route-taken';
import { droppedSegment } from '../../core/pass/checkpoint';
import type { Step, Trace } from '../../core/pass/trace';
import { backwardName, calledIn, hasAlpha, isDerived, type usesOf } from '../../explain/code/numpy/uses';
import { batchNormBackward, batchNormForward } from './numpy-batch-norm';
import { dropoutBackward, dropoutDraw, dropoutForward } from './numpy-dropout';
import { check, eventsOf, packed } from './numpy-lines';

function linearLines(step: Step, { model, steps }: Trace): string[] {
  const { layer: l, phase, node } = step;
  const fromCache = eventsOf(step, 'read').length > 0;
  const keeps = eventsOf(step, 'save').some(({ cache }) => cache === 'linear');
  const args = fromCache ? 'A_prev, W, b' : `${node.input}, W${l}, b${l}`;
  // A checkpoint's layer has its linear_cache alone until the segment is run again, which comes before any miss.
  const runsAgain = steps.find((other) => other.phase === 'recompute' && other.node === node) === step;
  const where = runsAgain && droppedSegment(model, l) ? `linear_cache${l}` : `cache${l}[0]`;
  return [
    ...(fromCache ? [`A_prev, W, b = ${where}`] : []),
    // A name for what is not kept would keep it.
    keeps ? `Z${l}, linear_cache${l} = linear_forward(${args})` : `Z${l} = linear_forward(${args})[0]`,
    check(`Z${l}`),
    ...(fromCache ? ['del A_prev, W, b'] : []),
    // What the next layer has read is kept by its cache, or by nobody.
    ...(!fromCache && (l > 1 || phase === 'recompute') ? [`del ${node.input}`] : []),
  ];
}

function forwardLines(step: Step, { model }: Trace): string[] {
  const { layer: l, phase, node } = step;
  const layer = model.layers[l - 1]!;
  const { alpha, dropout } = layer;
  const activation = calledIn(layer, l);
  const args = hasAlpha(activation) ? `${node.input}, ${alpha}` : node.input;
  const segment = droppedSegment(model, l);
  const lines = [`A${l} = ${activation}(${args})`, check(`A${l}`)];
  if (segment && phase === 'forward')
    return [...lines, `del ${node.input}  # dropped, and computed again on the way back`];
  const derived = step.writes.map(({ name }) => name).filter(isDerived);
  const saved = eventsOf(step, 'save').map(({ buffer }) => buffer);
  const gone = [node.input, ...derived, `linear_cache${l}`, `activation_cache${l}`];
  return [
    ...lines,
    ...derived.flatMap((name) => [
      `${name} = ${activation}_${name.replace(/\d+$/, '')}(${args})`,
      check(name),
    ]),
    `activation_cache${l} = ${packed(saved)}`,
    `cache${l} = (linear_cache${l}, activation_cache${l})`,
    `del ${[...gone, ...(segment?.last === l && !dropout ? [`A${l}`] : [])].join(', ')}`,
  ];
}

function backwardLines(step: Step, { model }: Trace, used: ReturnType<typeof usesOf>): string[] {
  const { layer: l, node } = step;
  const layer = model.layers[l - 1]!;
  const { alpha } = layer;
  const activation = calledIn(layer, l);
  const read = eventsOf(step, 'read')[0];
  const missed = eventsOf(step, 'miss').length > 0;
  const kept = keptSlots(layer);
  const several = kept.length > 1;
  const from = missed ? node.input : several ? read?.slot : 'activation_cache';
  const args = `${gradientOf(node.output)}, ${from}${hasAlpha(activation) && read?.slot !== 'slope' ? `, ${alpha}` : ''}`;
  const dZ = gradientOf(node.input);
  const route = routeTaken(step, model);
  const name = route && backwardName(activation, route, used.get(activation)!);
  return [
    `linear_cache, activation_cache = cache${l}`,
    ...(several ? [`${kept.join(', ')} = activation_cache`] : []),
    name ? `${dZ} = ${name}(${args})` : `${dZ} = ${gradientOf(node.output)}  # its slope is 1 everywhere`,
    check(dZ),
    `del cache${l}, activation_cache${several ? `, ${kept.join(', ')}` : ''}${missed ? `, ${node.input}` : ''}`,
  ];
}

type Lines = (step: Step, trace: Trace, used: ReturnType<typeof usesOf>) => string[];

const cost: Lines = ({ node: { input: A } }) => [
  `cost = compute_cost(${A}, Y)`,
  check('cost'),
  `loss_cache = ${A}`,
  `del ${A}`,
];

const costGradient: Lines = ({ node: { input: A } }) => [
  `${gradientOf(A)} = cost_backward(loss_cache, Y)`,
  check(gradientOf(A)),
  'del loss_cache',
];

/** dZ[L] at once. The loss's cache has A[L]; of the layer's own it is the linear_cache that is read. */
const output: Lines = ({ layer: l, node }) => {
  const dZ = gradientOf(node.over!.input);
  return [`linear_cache = cache${l}[0]`, `${dZ} = loss_cache - Y`, check(dZ), `del loss_cache, cache${l}`];
};

/** Of a step that the function of the step before it does too. */
const doneBefore: Lines = () => [];

/** The course's linear_backward does all steps of a layer at its first. */
const linearBackward: Lines = ({ layer: l, node }) => {
  const gradients = [...(node.goesOn ? [gradientOf(node.input)] : []), `dW${l}`, `db${l}`];
  return [
    `${node.goesOn ? '' : '_, '}${gradients.join(', ')} = linear_backward(dZ${l}, linear_cache)`,
    ...[`dW${l}`, `db${l}`, ...(node.goesOn ? [gradientOf(node.input)] : [])].map((name) => check(name)),
    'del linear_cache',
  ];
};

/** What an operation is in a NumPy script: the lines of a step forward, also run again, and of each step back. */
const inScript: EveryPart<Lines> = {
  dense: {
    forward: linearLines,
    backward: { weights: linearBackward, bias: doneBefore, input: doneBefore },
  },
  batch_norm: {
    forward: batchNormForward,
    backward: {
      gamma: batchNormBackward,
      beta: doneBefore,
      normalised: doneBefore,
      batch_norm: doneBefore,
    },
  },
  activation: { forward: forwardLines, backward: { activation: backwardLines } },
  dropout: {
    forward: dropoutForward,
    again: { draw: dropoutDraw },
    backward: { dropout: dropoutBackward },
  },
  loss: { forward: cost, backward: { cost_gradient: costGradient } },
  fused_loss: { forward: cost, backward: { output } },
};

/** The lines of a step, in the order in which it reads, writes, keeps and frees; none for what the step before did. */
export const linesOf: Lines = (step, trace, used) => rowForPart(inScript, step)!(step, trace, used);
