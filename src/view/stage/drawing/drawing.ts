import type { Frame, Place } from '../../../core/pass/frame';
import type { Trace } from '../../../core/pass/trace';
import { type Scales, scaleFor } from '../../../state/scales';
import { type Notes, noteOf } from '../../../state/what-if/notes';
import type { Box, Geometry } from '../layout/geometry';
import { cardThing, headingThing, laneThing } from './cards';
import { allReads } from './lines';
import { type PlaceLook, placeThing, ringThing } from './place';
import { badgesOf, tagOf } from './tags';
import { textBoxes } from './text-box';
import type { PlaceThing, Thing } from './thing';
import { twinsOf } from './twins';

/** What a step of a pass is drawn from. */
export interface Scene {
  readonly trace: Trace;
  readonly frame: Frame;
  readonly scales: Scales;
  readonly geometry: Geometry;
  /** What changes by hand did to its places. */
  readonly notes: Notes;
}

const drawn = new WeakMap<Place, { look: PlaceLook; thing: PlaceThing }>();

/** What a step leaves alone is the same thing as before, so that the page leaves it alone too. */
function placeOnce(place: Place, look: PlaceLook): PlaceThing {
  const before = drawn.get(place);
  if (before?.look.box === look.box && before.look.scale === look.scale && before.look.note === look.note)
    return before.thing;
  const thing = placeThing(look);
  drawn.set(place, { look, thing });
  return thing;
}

/**
 * The stage at one step: everything that there is to draw, from the back to the front. Page and files draw this list
 * and nothing else; the page alone adds what answers to a pointer.
 */
export function drawingOf({ trace, frame, scales, geometry, notes }: Scene): Thing[] {
  const { lanes, cards, headings, boxes } = geometry;
  const places = Array.from(boxes, ([key, box]) => ({ key, box, place: frame.places.get(key)! }));
  const badges = twinsOf(frame).flatMap((twins) => badgesOf(frame, twins, boxes));
  const badgeAt = new Map(badges.map((badge) => [badge.key, badge]));
  const lookOf = (key: string, place: Place, box: Box): PlaceLook => ({
    key,
    spot: place,
    matrix: place.value.matrix,
    scale: scaleFor(place.tensor, scales),
    box,
    note: noteOf(key, place, notes),
    tag: tagOf(place, box, badgeAt.get(key), { trace, frame }),
  });
  const titles = headings.map((heading) => headingThing(heading, trace, frame));
  const things: Thing[] = [
    ...lanes.map((lane) => laneThing(lane, trace)),
    ...cards.map((card) => cardThing(card, trace, frame)),
    ...places.map(({ key, box, place }) => placeOnce(place, lookOf(key, place, box))),
    ...badgeAt.values(),
  ];
  const texts = textBoxes([...things, ...titles].flatMap(({ commands }) => [...commands]));
  return [
    ...things,
    ...places.flatMap(({ key, box, place: { mark } }) => (mark ? [ringThing(key, box, mark)] : [])),
    ...allReads(frame, geometry, texts),
    // Where a line has no way round a title, it runs behind it.
    ...titles,
  ];
}
