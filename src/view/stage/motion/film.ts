import type { Frame } from '../../../core/pass/frames/frame';
import { type Place, placeKey, slotPlaceKey } from '../../../core/pass/frames/place';
import type { Box, Geometry } from '../layout/geometry';

/** A slot that is filled, and the box of what it is filled with. */
interface Flight {
  readonly key: string;
  readonly from: Box;
}

/** What moves on the stage as a step is done, by place keys. */
export interface Film {
  /** What is saved, from where it was computed into its slot. */
  readonly flights: readonly Flight[];
  /** The slots that are read: from each a line runs to the result. */
  readonly reads: readonly string[];
  /** What is computed. */
  readonly fills: readonly string[];
}

/** What moves as a frame takes the place of the one before it. What is not on the stage does not move. */
export function filmOf({ step, places }: Frame, { boxes }: Geometry): Film {
  if (!step) return { flights: [], reads: [], fills: [] };
  const marked = (mark: Place['mark'], isSlot: boolean) =>
    Array.from(places)
      .filter(([key, place]) => place.mark === mark && Boolean(place.slot) === isSlot && boxes.has(key))
      .map(([key]) => key);
  const saved = step.cache.filter(({ kind }) => kind === 'save').map(({ buffer }) => buffer);
  // What is only there to be kept comes out of what goes into its operation.
  const sourceOf = (tensor: string) => boxes.get(placeKey(tensor)) ?? boxes.get(placeKey(step.node.input));
  // A buffer that stands in another slot already moves into both: they are one.
  const flights = Array.from(places).flatMap(([key, { tensor, slot, state }]) => {
    const stands = slot && (state === 'held' || state === 'unread') && saved.includes(tensor);
    const from = stands && step.phase !== 'recompute' ? sourceOf(tensor) : undefined;
    return from && boxes.has(slotPlaceKey(slot!)) ? [{ key, from }] : [];
  });
  return {
    flights: step.phase === 'backward' ? [] : flights,
    reads: marked('read', true),
    fills: [...marked('write', false), ...(step.phase === 'recompute' ? marked('write', true) : [])],
  };
}
