import type { BufferName } from '../core/model/names';
import { type CacheEvent, type Step, slotKey, type Trace } from '../core/pass/trace';
import { cacheOf, listed } from './phrases';

/** One thing that a step read or wrote, as the inspector lists it. */
export interface Access {
  readonly tensor: BufferName;
  /** Where it was read from and when it was put there; or what became of what was written. */
  readonly says: string;
}

/** What a step did to caches, events of one kind. */
export const eventsOf = (step: Step, kind: CacheEvent['kind']) =>
  step.cache.filter((event) => event.kind === kind);

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

const known = new WeakMap<Trace, ReadonlyMap<string, readonly Step[]>>();

/** The steps that fill each slot, in their order; gone through once, for all that read it. */
function fillsOf(trace: Trace): ReadonlyMap<string, readonly Step[]> {
  const before = known.get(trace);
  if (before) return before;
  const fills = new Map<string, Step[]>();
  for (const step of trace.steps)
    for (const event of eventsOf(step, 'save')) {
      const key = slotKey(event);
      fills.set(key, [...(fills.get(key) ?? []), step]);
    }
  known.set(trace, fills);
  return fills;
}

/** When the slot that a step reads was filled. */
export function filledAt(read: CacheEvent, before: Step, trace: Trace): string {
  const step = fillsOf(trace)
    .get(slotKey(read))
    ?.findLast(({ index }) => index < before.index);
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
