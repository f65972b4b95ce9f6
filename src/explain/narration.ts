import { type BufferName, spoken } from '../core/model/names';
import { resultOf } from '../core/pass/nodes';
import { type CacheEvent, type Step, slotKey, type Trace } from '../core/pass/trace';
import { titleOf } from './title';

/** One thing that a step read or wrote, as the inspector lists it. */
export interface Access {
  readonly tensor: BufferName;
  /** Where it was read from, and since when it is there; or what became of what was written. */
  readonly says: string;
}

const cacheOf = ({ cache, layer }: CacheEvent): string =>
  cache === 'loss' ? "the loss's cache" : `layer ${layer}'s ${cache}_cache`;

/** Things in a row: `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

const eventsOf = (step: Step, kind: CacheEvent['kind']) => step.cache.filter((event) => event.kind === kind);

/** When a buffer that a step reads was written: `written at step 2`, or that it was given. */
function writtenAt(name: BufferName, before: Step, { steps, model }: Trace): string {
  if (name === 'A0') return 'which is X';
  if (name === 'Y') return 'the labels';
  if (model.parameters.has(name)) return 'a parameter';
  const step = steps.findLast(
    ({ index, writes }) => index < before.index && writes.some((value) => value.name === name),
  );
  return step ? `written at step ${step.index}` : 'not written yet';
}

/** When the slot that a step reads was filled. */
function filledAt(read: CacheEvent, before: Step, { steps }: Trace): string {
  const isSave = (event: CacheEvent) => event.kind === 'save' && slotKey(event) === slotKey(read);
  const step = steps.findLast(({ index, cache }) => index < before.index && cache.some(isSave));
  return step ? `written at step ${step.index}` : 'not written yet';
}

/** What a step read and from where, in the order in which it did. */
export function readsOf(step: Step, trace: Trace): Access[] {
  return step.reads.map(({ name: tensor }) => {
    const event = eventsOf(step, 'read').find((e) => e.buffer === tensor);
    if (!event) return { tensor, says: writtenAt(tensor, step, trace) };
    const role = event.slot === 'A_prev' ? ' as A_prev' : '';
    return { tensor, says: `from ${cacheOf(event)}${role}, ${filledAt(event, step, trace)}` };
  });
}

/** What a step wrote, and into which caches it was put. */
export function writesOf(step: Step): Access[] {
  return step.writes.map(({ name: tensor }) => {
    const saves = eventsOf(step, 'save').filter((event) => event.buffer === tensor);
    return { tensor, says: saves.length > 0 ? `kept in ${listed(saves.map(cacheOf))}` : '' };
  });
}

/** One sentence on what a step did, from its record alone. */
export function sentenceOf(step: Step, trace: Trace): string {
  const title = titleOf(step, trace);
  const reads = eventsOf(step, 'read');
  const missed = eventsOf(step, 'miss')[0];
  const { layer } = step;
  if (missed)
    return `${title} finds no ${missed.slot} in ${cacheOf(missed)}: Z[${layer}] was computed again at step ${step.index - 1}, and is read from there.`;
  if (step.phase === 'recompute' && step.op === 'activation')
    return `${spoken(resultOf(step))} was dropped after the forward pass, and is computed again from Z[${layer}].`;
  if (step.phase === 'recompute' && reads.length === 0)
    return `${spoken(resultOf(step))} was dropped after the forward pass, and is computed again from ${listed(step.reads.map(({ name }) => spoken(name)))}.`;
  if (step.phase === 'recompute')
    return `Z[${layer}] is missing for the way back, so the forward step runs again: it reads ${listed(reads.map(({ slot }) => slot))} from layer ${layer}'s linear_cache.`;
  if (step.op === 'activation' && step.phase === 'forward') return activationForward(step, trace);
  if (step.op === 'linear')
    return `linear forward computes Z[${layer}] from ${listed(step.reads.map(({ name }) => spoken(name)))}, and layer ${layer}'s linear_cache keeps A_prev, W and b.`;
  if (step.op === 'cost')
    return `The cost J compares A[${layer}] with Y, and keeps A[${layer}] for its gradient.`;
  if (step.op === 'output')
    return `dZ[${layer}] at once: A[${layer}] from ${listed(reads.map(cacheOf))}, less Y. No dA[${layer}] is made, and nothing reads layer ${layer}'s activation_cache.`;
  if (reads.length > 0) {
    const parts = reads.map(
      (event) => `${spoken(event.buffer)} from ${cacheOf(event)}, ${filledAt(event, step, trace)}`,
    );
    const subject = step.op === 'cost_gradient' ? 'The loss' : title.replace(/:.*/, '');
    return `${subject} reads ${listed(parts)}.`;
  }
  if (step.op === 'activation')
    return `${title} reads nothing from layer ${layer}'s activation_cache: its slope is 1 everywhere.`;
  return `linear backward reads no cache: db[${layer}] is the row mean of dZ[${layer}].`;
}

function activationForward(step: Step, { model, steps }: Trace): string {
  const { layer } = step;
  const { activation } = model.layers[layer - 1]!;
  const kept = eventsOf(step, 'save');
  const does = `${activation} turns Z[${layer}] into A[${layer}]`;
  if (kept.length === 0) return `${does}, and layer ${layer}'s activation_cache keeps nothing.`;
  const read = new Set(steps.flatMap((s) => eventsOf(s, 'read').map(slotKey)));
  const unread = kept.filter((event) => !read.has(slotKey(event)));
  const unreadToo = unread.length > 0 ? `; ${listed(unread.map(({ slot }) => slot))} will never be read` : '';
  return `${does}, and layer ${layer}'s activation_cache keeps ${listed(kept.map(({ slot }) => slot))}${unreadToo}.`;
}
