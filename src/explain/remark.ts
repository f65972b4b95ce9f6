import { activationOf, asksSignAlone } from '../core/activations';
import { cachedBytes, type Layer, type Model } from '../core/model/model';
import { named, parseName, spoken } from '../core/model/names';
import { type BatchNormRuleName, batchNormRuleNames, batchNormRules } from '../core/model/regularisation';
import { type OperationName, rowFor, type StepOf } from '../core/operations';
import { makesCost } from '../core/pass/nodes';
import { type Step, slotKey, type Trace } from '../core/pass/trace';
import { grouped } from './numbers';

type Remark = (step: Step, trace: Trace) => string | undefined;

/** What there is to notice at the steps of the product. */
const ofDense: Readonly<Record<StepOf<'dense'>, Remark>> = {
  linear: (step) => (step.phase === 'recompute' ? recomputed(step) : undefined),
  weights: () => PER_EXAMPLE,
  bias: (step, trace) => biasUnderBatchNorm(step, trace),
  input: () => undefined,
};

/** What there is to notice at the steps of each operation; undefined where there is nothing. */
const remarks: Record<OperationName, Remark> = {
  dense: (step, trace) => ofDense[step.op as StepOf<'dense'>](step, trace),
  batch_norm: ({ phase, layer, node }, { model }) => {
    if (phase !== 'forward') return undefined;
    return `${priceOfBatchNorm(model, layer)} b[${layer}] has no effect on ${spoken(node.output)}: subtracting the mean cancels it.`;
  },
  activation: (step, trace) => (step.phase === 'forward' ? kept(step, trace) : backwardOrKink(step, trace)),
  dropout: ({ phase, layer }, { model }) => (phase === 'forward' ? priceOfDropout(model, layer) : undefined),
  loss: (step) => (makesCost(step) ? undefined : PER_EXAMPLE),
  fused_loss: (step, trace) =>
    makesCost(step) ? undefined : [PER_EXAMPLE, ...listIf(unreadIn(step, trace))].join(' '),
};

/** What a reader should notice at a step that the picture does not say; undefined where there is nothing. */
export const remarkOn: Remark = (step, trace) => rowFor(remarks, step.node)?.(step, trace);

/** What batch norm of layer l keeps, and what it would cost to keep by each of its rules. */
function priceOfBatchNorm(model: Model, l: number): string {
  const { keep } = model.layers[l - 1]!.batch_norm!;
  const bytes = (rule: BatchNormRuleName): string =>
    grouped(batchNormRules[rule].keeps.reduce((sum, kind) => sum + cachedBytes(named(kind, l), model), 0));
  const others = batchNormRuleNames
    .filter((rule) => rule !== keep)
    .map((rule) => `with ${batchNormRules[rule].label} it would be ${bytes(rule)}`);
  return `Batch norm keeps ${batchNormRules[keep].label} here, ${bytes(keep)} bytes; ${others.join(', ')}.`;
}

/** What dropout of layer l costs by both rules, and that A cannot stand in for D. */
function priceOfDropout(model: Model, l: number): string {
  const bytes = grouped(cachedBytes(named('D', l), model));
  return model.layers[l - 1]!.dropout!.keep === 'mask'
    ? `D[${l}] costs ${bytes} bytes, one bit per cell; keeping only its seed would cost none. A[${l}] > 0 is no substitute: a cell of A can be 0 without being dropped.`
    : `Only the seed is kept: D[${l}], ${bytes} bytes, is drawn again on the way back.`;
}

/** That b does nothing where batch norm takes the mean away. */
const biasUnderBatchNorm: Remark = ({ layer }, { model }) =>
  model.layers[layer - 1]!.batch_norm &&
  `db[${layer}] is 0 apart from rounding: batch norm subtracts the mean, and b[${layer}] goes with it.`;

/** Where 1/m is: half of all wrong dW have it twice, or not at all. */
const PER_EXAMPLE = 'dA and dZ are per example; the 1/m of the mean enters with dW and db.';

const listIf = (sentence: string | undefined): string[] => (sentence === undefined ? [] : [sentence]);

/** Of the slots that a step frees, those that no step reads. */
function unreadIn({ cache }: Step, trace: Trace): string | undefined {
  const names = cache
    .filter((event) => event.kind === 'free' && !wasRead(slotKey(event), trace))
    .map(({ buffer }) => spoken(buffer));
  if (names.length === 0) return undefined;
  return names.length === 1
    ? `${names[0]} was kept too, and no step reads it.`
    : `${names.join(' and ')} were kept too, and no step reads them.`;
}

const recomputed = ({ layer }: Step) =>
  `This is the only step that reads b[${layer}] from a cache. Keeping too little costs one more matrix product.`;

/**
 * What it costs to keep A or another slot: A costs nothing where the next layer keeps it anyway, but does under dropout,
 * where the next layer keeps Adrop.
 */
function kept({ layer, cache, node }: Step, { model }: Trace): string | undefined {
  const saved = cache.filter(({ kind }) => kind === 'save');
  const slots = saved.map(({ slot }) => slot);
  const last = layer === model.layers.length;
  const bytes = (name: string) => grouped(cachedBytes(name, model));
  if (slots.includes('A') && model.layers[layer - 1]!.dropout)
    return `With dropout, the A_prev of layer ${layer + 1} is Adrop[${layer}], no longer A[${layer}]: keeping A[${layer}] costs ${bytes(node.output)} bytes. ${inItsStead(model.layers[layer - 1]!, layer)}`;
  if (slots.includes('A'))
    return `A[${layer}] costs no extra bytes: it shares one buffer with ${
      last ? 'what the loss keeps' : `the A_prev of layer ${layer + 1}`
    }, counted once.`;
  if (saved.length === 1)
    return `${parseName(saved[0]!.buffer).kind} costs ${bytes(saved[0]!.buffer)} bytes of its own.`;
  return undefined;
}

/** Whether what dropout makes of A, which is kept anyway, could be read in place of A. */
const inItsStead = (of: Layer, layer: number): string =>
  asksSignAlone(of)
    ? `${of.activation} could read Adrop[${layer}] > 0 instead: where D is 0, dA is 0 already.`
    : `Adrop[${layer}] can't stand in for it: where D is 0 it is 0, and elsewhere A / keep_prob.`;

function backwardOrKink(step: Step, trace: Trace): string | undefined {
  const sentences = [...listIf(kinkOfHardSwish(step, trace)), ...listIf(backward(step, trace))];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** That hard_swish's slope at exactly ±3 is a matter of the version. */
function kinkOfHardSwish({ layer, node }: Step, { model, buffers }: Trace): string | undefined {
  if (model.layers[layer - 1]!.activation !== 'hard_swish') return undefined;
  const isKink = (z: number) => Math.abs(z) === 3;
  if (!buffers.get(node.input)!.data.some(isKink)) return undefined;
  return `${spoken(node.input)} is exactly 3 or −3 in some cell: a kink of hard_swish, where versions of PyTorch differ. Here the slope is 0 at −3 and 1 at 3.`;
}

function backward(step: Step, trace: Trace): string | undefined {
  const { layer, cache } = step;
  const of = trace.model.layers[layer - 1]!;
  const { activation } = of;
  const routes = activationOf(of).routes(of.alpha);
  const events = (kind: string) => cache.filter((event) => event.kind === kind);
  const read = events('read')[0]?.slot;
  // Of a formula only a search can tell whether A would do.
  if (of.own) return undefined;
  if (routes.length === 0) return `Whatever is kept for ${activation} is kept for nothing.`;
  const aIsEnough = routes.includes('A');
  if (events('miss').length > 0)
    return aIsEnough
      ? `A[${layer}] alone would have been enough for ${activation}.`
      : `${activation} gives one output for two z with two slopes, so A cannot stand in for Z.`;
  const unread = unreadIn(step, trace);
  if (unread) return unread;
  if (read !== 'Z') return undefined;
  if (!aIsEnough) return `A would not be enough: ${activation} gives one output for two z with two slopes.`;
  if (of.dropout)
    return `A[${layer}] would do as well, but with dropout nobody else keeps it: layer ${layer + 1} keeps Adrop[${layer}]. ${inItsStead(of, layer)}`;
  const Z = step.node.input;
  return `A[${layer}] would do as well, and it is kept anyway: ${spoken(Z)} costs ${grouped(cachedBytes(Z, trace.model))} bytes more.`;
}

const wasRead = (key: string, { steps }: Trace): boolean =>
  steps.some(({ cache }) => cache.some((event) => event.kind === 'read' && slotKey(event) === key));
