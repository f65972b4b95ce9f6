import type { Frame } from '../../core/pass/frames/frame';
import type { Place } from '../../core/pass/frames/place';
import type { Cover } from './asking';

const uncoloured = (place: Place): Place => ({
  ...place,
  mark: undefined,
  state: place.freedAt !== undefined ? 'freed' : place.state === 'unread' ? 'held' : place.state,
});

/** A frame while a question asks about its next step: nothing happens in it, and it does not show what is never read. */
const withoutReads = (frame: Frame): Frame => ({
  ...frame,
  step: undefined,
  places: new Map(Array.from(frame.places, ([key, place]) => [key, uncoloured(place)])),
});

/** A frame whose caches are hidden: what its step does elsewhere is shown, and nothing goes into caches. */
const withoutCaches = ({ step, places, ...frame }: Frame): Frame => ({
  ...frame,
  step: step && { ...step, cache: [] },
  places: new Map(Array.from(places, ([key, place]) => [key, place.slot ? uncoloured(place) : place])),
});

/** A frame without what the stage must not give away while something is asked. */
export const covered = (frame: Frame, cover: Cover): Frame =>
  cover === 'caches' ? withoutCaches(frame) : withoutReads(frame);
