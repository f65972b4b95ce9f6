import type { Frame, Place } from '../../core/pass/frame';

const uncoloured = (place: Place): Place => ({
  ...place,
  mark: undefined,
  state: place.freedAt !== undefined ? 'freed' : place.state === 'unread' ? 'held' : place.state,
});

/** A frame while its next step is asked: nothing happens in it, and it does not tell what is never read. */
export const covered = (frame: Frame): Frame => ({
  ...frame,
  step: undefined,
  places: new Map(Array.from(frame.places, ([key, place]) => [key, uncoloured(place)])),
});
