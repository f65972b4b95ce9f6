import type { BufferName } from '../core/model/names';
import { type Frame, frameAt } from '../core/pass/frames/frame';
import type { Place } from '../core/pass/frames/place';
import { type CacheEvent, type Slot, type Step, slotKey, type Trace } from '../core/pass/trace';

/** A moment of a pass, by the tensor that is made there, since numbers of steps change with the model. */
export type At = 'start' | 'end' | { readonly before: BufferName } | { readonly after: BufferName };

/** A step, with what is computed again for it just before: to a student they are one thing. */
export interface Turn {
  readonly step: Step;
  /** The recomputations first, the step last. */
  readonly steps: readonly Step[];
}

/** The step that makes a tensor, recomputations aside. Throws where nothing makes it. */
export function stepMaking(trace: Pick<Trace, 'steps'>, name: BufferName): Step {
  const step = trace.steps.find(
    ({ phase, writes }) => phase !== 'recompute' && writes.some((value) => value.name === name),
  );
  if (!step) throw new Error(`no step makes ${name}`);
  return step;
}

/** The turn whose last step makes a tensor. */
export function turnMaking(trace: Pick<Trace, 'steps'>, name: BufferName): Turn {
  const step = stepMaking(trace, name);
  let first = step.index - 1;
  while (trace.steps[first - 1]?.phase === 'recompute') first--;
  return { step, steps: trace.steps.slice(first, step.index) };
}

/** How many steps are done just before a turn. */
export const beforeTurn = ({ steps }: Turn): number => steps[0]!.index - 1;

/** How many steps are done at a moment of a pass. */
export function indexAt(trace: Pick<Trace, 'steps'>, at: At): number {
  if (at === 'start') return 0;
  if (at === 'end') return trace.steps.length;
  return 'before' in at ? beforeTurn(turnMaking(trace, at.before)) : stepMaking(trace, at.after).index;
}

/** A place of a slot. */
export type SlotPlace = Place & { readonly slot: Slot };

/** The slots that hold something in a frame, in the order of layers. */
export const heldSlots = ({ places }: Frame): readonly SlotPlace[] =>
  [...places.values()]
    .filter((place): place is SlotPlace => place.slot !== undefined && isHeld(place))
    .sort((a, b) => a.layer - b.layer);

/** What a step reads stays in its frame until the next one, freed or not; what was freed before holds nothing. */
const isHeld = ({ state, freedAt }: Place): boolean =>
  freedAt === undefined && (state === 'held' || state === 'unread');

/** The slots that hold something before a turn. */
export const offeredIn = (trace: Trace, turn: Turn): readonly SlotPlace[] =>
  heldSlots(frameAt(trace, beforeTurn(turn)));

/** What a turn reads out of the caches, each slot once, the slots aside that it fills itself. */
export function readsIn(trace: Trace, turn: Turn): readonly CacheEvent[] {
  const offered = new Set(offeredIn(trace, turn).map(({ slot }) => slotKey(slot)));
  const reads = turn.steps
    .flatMap(({ cache }) => cache)
    .filter((event) => event.kind === 'read' && offered.has(slotKey(event)));
  return [...new Map(reads.map((event) => [slotKey(event), event])).values()];
}
