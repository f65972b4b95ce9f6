import { isGiven } from '../../model/model';
import { isKeptOnly, parseName } from '../../model/names';
import { type Step, slotKey, type Trace } from '../trace';
import { asHeld, changesBy } from './frame-changes';
import { laneOf, type Place, placeKey, slotPlaceKey } from './place';
import { unreadSaves } from './unread';

/** What exists once `index` steps are done. Frame 0 is the state before the first step. */
export interface Frame {
  readonly index: number;
  /** The step that led here; none for frame 0. */
  readonly step: Step | undefined;
  /** By `placeKey` or `slotPlaceKey`. What a step does not touch is the same object as in the frame before. */
  readonly places: ReadonlyMap<string, Place>;
  /** Bytes held for the backward pass. */
  readonly cacheBytes: number;
}

/** The frames of a trace that were asked for, and what each step changes. */
interface Frames {
  readonly made: Map<number, Frame>;
  /** What each step made of the places that it touched, of as many steps as were gone through. */
  readonly changes: ReadonlyMap<string, Place>[];
  /** What stands where after those. */
  readonly now: Map<string, Place>;
  readonly unread: ReadonlySet<string>;
}

const framesOf = new WeakMap<Trace, Frames>();

function framesFor(trace: Trace): Frames {
  const known = framesOf.get(trace);
  if (known) return known;
  const first = firstFrame(trace);
  const unread = new Set(unreadSaves(trace).map(slotKey));
  const frames: Frames = { made: new Map([[0, first]]), changes: [], now: new Map(first.places), unread };
  framesOf.set(trace, frames);
  return frames;
}

/**
 * The frame after `index` steps. What steps change is worked out once and in order, so that what a step does not touch
 * is shared by the frames before and after it; a frame itself, which has all places of a deep network, only when it is
 * asked for. An index that is none from 0 to the number of steps is a RangeError.
 */
export function frameAt(trace: Trace, index: number): Frame {
  const frames = framesFor(trace);
  const { made, changes, now } = frames;
  const known = made.get(index);
  if (known) return known;
  const step = trace.steps[index - 1];
  if (!step) throw new RangeError(`a trace of ${trace.steps.length} steps has no frame ${index}`);
  for (const each of trace.steps.slice(changes.length, index)) {
    const changed = changesBy(each, changes.at(-1), frames, trace);
    for (const [key, place] of changed) now.set(key, place);
    changes.push(changed);
  }
  const before = made.get(index - 1) ?? made.get(0)!;
  const places = new Map(before.places);
  for (const changed of changes.slice(before.index, index))
    for (const [key, place] of changed) places.set(key, place);
  const frame = { index, step, places, cacheBytes: step.cacheBytes };
  made.set(index, frame);
  return frame;
}

function firstFrame(trace: Trace): Frame {
  const { steps, model } = trace;
  const places = new Map<string, Place>();
  for (const value of trace.values) {
    const tensor = value.name;
    if (places.has(placeKey(tensor))) continue;
    const { kind, layer } = parseName(tensor);
    if (isKeptOnly(kind)) continue;
    places.set(placeKey(tensor), {
      lane: laneOf(tensor),
      tensor,
      layer,
      value,
      state: isGiven(tensor, model) ? 'held' : 'empty',
    });
  }
  for (const event of steps.flatMap((step) => step.cache)) {
    const { layer, cache, slot, buffer, value } = event;
    if (event.kind !== 'save' || !value) continue;
    places.set(slotPlaceKey(event), {
      lane: 'cache',
      tensor: buffer,
      layer,
      slot: { layer, cache, slot },
      state: 'empty',
      value: asHeld(trace, value),
    });
  }
  return { index: 0, step: undefined, places, cacheBytes: 0 };
}
