import { isGiven } from '../model/model';
import { type BufferName, isGradient, isKeptOnly, parseName } from '../model/names';
import { type Slot, type Step, slotKey, type Trace } from './trace';
import { unreadSaves } from './unread';
import type { Value } from './value';

/** The lanes of the stage: computed above, kept in the middle, read below. */
export type Lane = 'forward' | 'cache' | 'backward';

/** Not there yet; there; let go; kept although no step ever reads it. */
export type PlaceState = 'empty' | 'held' | 'freed' | 'unread';

/** What a heatmap is told of where it stands. */
export interface Spot {
  readonly lane: Lane;
  readonly tensor: BufferName;
  readonly layer: number;
  /** In the cache lane only. */
  readonly slot?: Slot;
  readonly state: PlaceState;
  /** What the step of the frame does to it. */
  readonly mark?: 'read' | 'write' | undefined;
  /** The step that freed it. A slot that is freed by the step that reads it is shown as held in that step. */
  readonly freedAt?: number;
}

/** Whether whoever steps through the pass can know that nothing reads a slot: it has been let go by now. */
export const isKnownUnread = ({ state, freedAt }: Spot): boolean =>
  state === 'unread' && freedAt !== undefined;

/** One place where a tensor can stand, and what is there at one step. */
export interface Place extends Spot {
  /** What stands there, or will: of a cache that was changed by hand, what it was changed to. */
  readonly value: Value;
  /** The step that wrote it, or saved it into the slot. */
  readonly since?: number;
}

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

const laneOf = (tensor: BufferName): Lane => (isGradient(tensor) ? 'backward' : 'forward');

/** The key of the place where a tensor is computed. */
export const placeKey = (tensor: BufferName): string => `${laneOf(tensor)}:${tensor}`;

/** The key of the place of a slot. */
export const slotPlaceKey = (slot: Slot): string => `cache:${slotKey(slot)}`;

/** What stands at a place from some step on. */
interface Stand {
  readonly from: number;
  readonly place: Place;
}

/** What stands at each place through a pass, in the order in which it came to stand there. */
type Stands = ReadonlyMap<string, readonly Stand[]>;

const framesOf = new WeakMap<Trace, { readonly stands: Stands; readonly made: Map<number, Frame> }>();

/**
 * The frame after `index` steps, made once. What a step does not touch is the same object in the frames before and after
 * it, whichever of them are asked for. An index that is none from 0 to the number of steps is a RangeError.
 */
export function frameAt(trace: Trace, index: number): Frame {
  if (index !== 0 && !trace.steps[index - 1])
    throw new RangeError(`a trace of ${trace.steps.length} steps has no frame ${index}`);
  const frames = framesOf.get(trace) ?? { stands: standsOf(trace), made: new Map() };
  framesOf.set(trace, frames);
  const frame = frames.made.get(index) ?? makeFrame(trace, index, frames.stands);
  frames.made.set(index, frame);
  return frame;
}

function makeFrame({ steps }: Trace, index: number, stands: Stands): Frame {
  const step = steps[index - 1];
  const places = new Map<string, Place>();
  for (const [key, through] of stands) places.set(key, through.findLast(({ from }) => from <= index)!.place);
  return { index, step, places, cacheBytes: step?.cacheBytes ?? 0 };
}

/** What stands where, through a whole pass: worked out from what each step touches, however many places there are. */
function standsOf(trace: Trace): Stands {
  const unread = new Set(unreadSaves(trace).map(slotKey));
  const stands = new Map<string, Stand[]>();
  const now = firstPlaces(trace);
  for (const [key, place] of now) stands.set(key, [{ from: 0, place }]);
  let marked: readonly string[] = [];
  for (const step of trace.steps) {
    const touched = touch(now, marked, step, unread, trace);
    for (const key of touched) stands.get(key)!.push({ from: step.index, place: now.get(key)! });
    marked = Array.from(touched).filter((key) => now.get(key)!.mark);
  }
  return stands;
}

/** The value as a cache holds it on the way back: what was changed by hand can have been changed again. */
function asHeld({ changed }: Trace, value: Value): Value {
  let held = value;
  for (let next = changed.get(held); next; next = changed.get(held)) held = next;
  return held;
}

function firstPlaces(trace: Trace): Map<string, Place> {
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
  return places;
}

/** Does to some places what a step does, takes the marks of the step before away, and tells which it touched. */
function touch(
  places: Map<string, Place>,
  marked: readonly string[],
  step: Step,
  unread: ReadonlySet<string>,
  trace: Trace,
): Set<string> {
  const touched = new Set<string>();
  const change = (key: string, changes: Partial<Place>) => {
    const place = places.get(key);
    if (!place) return;
    places.set(key, { ...place, ...changes });
    touched.add(key);
  };
  for (const key of marked) {
    const place = places.get(key)!;
    change(key, { mark: undefined, ...(place.freedAt !== undefined && freed(place)) });
  }
  const throughSlots = new Set(step.cache.filter((e) => e.kind === 'read').map((e) => e.value));
  for (const value of step.reads)
    if (!throughSlots.has(value)) change(placeKey(value.name), { mark: 'read' });
  for (const value of step.writes)
    change(placeKey(value.name), { mark: 'write', state: 'held', since: step.index, value });
  for (const event of step.cache) {
    const key = slotPlaceKey(event);
    if (event.kind === 'read') change(key, { mark: 'read' });
    if (event.kind === 'save')
      change(key, {
        mark: 'write',
        state: unread.has(slotKey(event)) ? 'unread' : 'held',
        since: step.index,
        ...(event.value && { value: asHeld(trace, event.value) }),
      });
    if (event.kind === 'free') {
      const place = places.get(key)!;
      change(key, { freedAt: step.index, ...(place.mark !== 'read' && freed(place)) });
    }
  }
  return touched;
}

/** What was never read stays marked as such once it is freed: that it was kept for nothing is the point. */
const freed = (place: Place): Partial<Place> => (place.state === 'unread' ? {} : { state: 'freed' });
