import type { Frame } from '../../../core/pass/frames/frame';
import type { Place } from '../../../core/pass/frames/place';

/** Two slots that refer to one buffer now, by their place keys. */
export type Twins = readonly [string, string];

const holds = ({ slot, state }: Place) => slot && (state === 'held' || state === 'unread');

/** The pairs of slots in a frame that are two names of one buffer, such as A of a layer and A_prev of the next. */
export function twinsOf({ places }: Frame): Twins[] {
  const byTensor = new Map<string, string[]>();
  for (const [key, place] of places) {
    if (!holds(place)) continue;
    byTensor.set(place.tensor, [...(byTensor.get(place.tensor) ?? []), key]);
  }
  return Array.from(byTensor.values()).flatMap((keys) =>
    keys.slice(1).map((key, i): Twins => [keys[i]!, key]),
  );
}

/** What there is to say of the buffer in a slot that is pointed at; undefined where there is nothing. */
export function bufferNote(place: Place, isTwin: boolean): string | undefined {
  const { slot, layer } = place;
  const counted = isTwin ? 'One buffer, two names: counted once.' : undefined;
  if (slot?.slot !== 'A_prev') return counted;
  const whose =
    layer === 1
      ? 'The A in this linear_cache is X, the caller’s.'
      : 'The A in this layer’s linear_cache is the previous layer’s.';
  return counted ? `${whose} ${counted}` : whose;
}
