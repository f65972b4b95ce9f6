import { parseName, spoken } from '../core/model/names';
import { type OperationName, rowFor, type StepOf } from '../core/operations';
import { makesCost, operationOf, partOf, resultOf } from '../core/pass/nodes';
import type { CacheEvent, Step, Trace } from '../core/pass/trace';
import { eventsOf, filledAt } from './narration';
import { cacheOf, gathered, listed, madeBy } from './phrases';
import { titleOf } from './title';

type Sentence = (step: Step, trace: Trace) => string;

const readNames = ({ reads }: Step): string => listed(reads.map(({ name }) => spoken(name)));

/** What a slot holds, or should: with batch norm the place of Z has Ztilde. */
const heldIn = ({ buffer }: CacheEvent): string => parseName(buffer).kind;

/** What a step keeps in the cache that it fills, or the words for it. */
function keeping(step: Step, cache: string, what?: string): string {
  const held = eventsOf(step, 'save').map(heldIn);
  return `layer ${step.layer}'s ${cache} keeps ${what ?? (listed(held) || 'nothing')}`;
}

/** What a step reads from caches, and when that was put there, which is said once of all that it holds of. */
function readsFromCaches(subject: string, step: Step, trace: Trace): string {
  const whence = gathered(
    eventsOf(step, 'read'),
    (event) => `from ${cacheOf(event)}, ${filledAt(event, step, trace)}`,
  );
  const parts = whence.map(
    ([from, events]) => `${listed(events.map(({ buffer }) => spoken(buffer)))} ${from}`,
  );
  return `${subject} reads ${listed(parts)}.`;
}

const subjectOf = (step: Step, trace: Trace): string => titleOf(step, trace).replace(/:.*/, '');

/** The steps that take a row mean, and read no cache for it. */
const rowMeans: ReadonlySet<string> = new Set<StepOf<'dense'> | StepOf<'batch_norm'>>(['bias', 'beta']);

/** The result of a step that reads no cache. */
const made = (step: Step): string =>
  rowMeans.has(step.op)
    ? `${spoken(resultOf(step))} is the row mean of ${spoken(step.reads[0]!.name)}`
    : `${spoken(resultOf(step))} is computed from ${readNames(step)}`;

/** On the way back: what is read from caches; where nothing is, what is made. */
const backward: Sentence = (step, trace) =>
  eventsOf(step, 'read').length > 0
    ? readsFromCaches(subjectOf(step, trace), step, trace)
    : `${subjectOf(step, trace)} reads no cache: ${made(step)}.`;

const cost: Sentence = ({ node }) =>
  `The cost J compares ${spoken(node.input)} with Y, and keeps ${spoken(node.input)} for its gradient.`;

/** One sentence for each step of an operation, none of which computes anything again. */
const sentences: Record<OperationName, Sentence> = {
  dense: (step, trace) =>
    step.phase === 'forward'
      ? `linear forward computes ${spoken(step.node.output)} from ${readNames(step)}, and layer ${step.layer}'s linear_cache keeps A_prev, W and b.`
      : backward(step, trace),
  // It does not name its result, which is ringed; and six slots by their names would be too many for a sentence.
  batch_norm(step, trace) {
    if (step.phase !== 'forward') return backward(step, trace);
    const { keep } = trace.model.layers[step.layer - 1]!.batch_norm!;
    const kept = keeping(step, 'batch_norm_cache', keep === 'all' ? 'gamma and every stage' : undefined);
    return `batch norm brings each row of ${spoken(step.node.input)} to mean 0 and variance 1; ${kept}.`;
  },
  activation(step, trace) {
    const { node, layer, phase } = step;
    const title = titleOf(step, trace);
    if (phase === 'forward')
      return `${trace.model.layers[layer - 1]!.activation} turns ${spoken(node.input)} into ${spoken(node.output)}, and ${keeping(step, 'activation_cache')}.`;
    return eventsOf(step, 'read').length > 0
      ? readsFromCaches(title, step, trace)
      : `${title} reads nothing from layer ${layer}'s activation_cache: its slope is 1 everywhere.`;
  },
  dropout(step, trace) {
    const { node, layer, phase } = step;
    const { keep_prob } = trace.model.layers[layer - 1]!.dropout!;
    if (phase !== 'forward') return readsFromCaches(titleOf(step, trace), step, trace);
    return `dropout keeps each cell of ${spoken(node.input)} with probability ${keep_prob}, divided by ${keep_prob}; ${keeping(step, 'dropout_cache')}.`;
  },
  loss: (step, trace) => (makesCost(step) ? cost(step, trace) : readsFromCaches('The loss', step, trace)),
  fused_loss(step, trace) {
    const { node, layer } = step;
    if (makesCost(step)) return cost(step, trace);
    const from = listed(eventsOf(step, 'read').map(cacheOf));
    return `${spoken(resultOf(step))} at once: ${spoken(node.input)} from ${from}, minus Y. There is no dA[${layer}], and nothing reads layer ${layer}'s activation_cache.`;
  },
};

/** A step that computes something again: what was missing or dropped, and what it is computed from. */
function again(step: Step): string {
  const reads = eventsOf(step, 'read');
  const { layer } = step;
  const result = spoken(resultOf(step));
  if (partOf(step).isDrawn)
    return `${result} was not kept: it is drawn again from its seed, bit for bit the same.`;
  if (reads.length > 0)
    return `${result} is missing, so its forward step runs again: it reads ${listed(reads.map(({ slot }) => slot))} from ${cacheOf(reads[0]!)}.`;
  return `${result} was dropped after the forward pass, and is computed again from ${readNames(step) || `layer ${layer}'s cache`}.`;
}

/** One sentence on what a step did, from its record alone. */
export function sentenceOf(step: Step, trace: Trace): string {
  const missed = eventsOf(step, 'miss')[0];
  if (missed)
    return `${titleOf(step, trace)} finds no ${heldIn(missed)} in ${cacheOf(missed)}, so it reads ${spoken(missed.buffer)}, ${madeBy(operationOf(step.node).again?.[missed.slot])} again at step ${step.index - 1}.`;
  if (step.phase === 'recompute') return again(step);
  return (
    rowFor(sentences, step.node)?.(step, trace) ??
    `${titleOf(step, trace)}, from ${readNames(step) || 'nothing'}.`
  );
}
