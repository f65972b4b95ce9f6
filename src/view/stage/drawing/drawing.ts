import type { Frame } from '../../../core/pass/frames/frame';
import type { Place } from '../../../core/pass/frames/place';
import type { Trace } from '../../../core/pass/trace';
import { isTampered } from '../../../core/pass/what-if/tamper';
import { type Scales, scaleFor } from '../../../state/scales';
import { type Notes, noteOf } from '../../../state/what-if/notes';
import type { Box, Geometry } from '../layout/geometry';
import { createOnce } from '../once';
import { isAgain } from '../words/bytes';
import { headingWords } from '../words/remark';
import { byHandAt } from './by-hand';
import { cardRing, cardThing, headingThing, isOfStep, laneThing } from './cards';
import { allReads } from './lines/lines';
import { type PlaceLook, placeThing, ringThing } from './place';
import { badgesOf, tagOf } from './tags';
import { textBoxes } from './text-box';
import type { CardThing, HeadingThing, LaneThing, PlaceThing, Thing } from './thing';
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

/* What a step leaves alone is the same thing as before, so that the page leaves it alone too. */
const laneOnce = createOnce<LaneThing>();
const cardOnce = createOnce<CardThing>();
const headingOnce = createOnce<HeadingThing>();
const placeOnce = createOnce<PlaceThing>();
const sceneOnce = createOnce<readonly Thing[]>();

/**
 * The stage at one step: everything that there is to draw, from the back to the front. Page and files draw this list
 * and nothing else; the page alone adds what answers to a pointer.
 */
export const drawingOf = (scene: Scene): readonly Thing[] =>
  // A frame is gone back to more often than it is seen with another size or other scales.
  sceneOnce(scene.frame, [scene.trace, scene.scales, scene.geometry, scene.notes], () => drawn(scene));

function drawn({ trace, frame, scales, geometry, notes }: Scene): Thing[] {
  const { lanes, cards, headings, boxes } = geometry;
  const places = Array.from(boxes, ([key, box]) => ({ key, box, place: frame.places.get(key)! }));
  const badges = twinsOf(frame).flatMap((twins) => badgesOf(frame, twins, boxes));
  const badgeAt = new Map(badges.map((badge) => [badge.key, badge]));
  const lookOf = (key: string, place: Place, box: Box): PlaceLook => {
    const { value, since, ...spot } = place;
    return {
      key,
      spot,
      matrix: value.matrix,
      scale: scaleFor(place.tensor, scales),
      box,
      note: noteOf(key, place, notes),
      isAgain: isAgain(place, trace),
      tag: tagOf(place, box, badgeAt.get(key), { trace, frame }),
      byHand: byHandAt(place, trace),
    };
  };
  const titles = headings.map((heading) => {
    const words = headingWords(frame, trace, heading);
    return headingOnce(heading, [words.title, words.remark], () => headingThing(heading, words));
  });
  const tampered = isTampered(trace);
  const things: Thing[] = [
    ...lanes.map((lane) => laneOnce(lane, [tampered], () => laneThing(lane, tampered))),
    ...cards.map((card) => {
      const { activation } = trace.model.layers[card.layer - 1]!;
      return cardOnce(card, [activation], () => cardThing(card, activation));
    }),
    ...places.map(({ key, box, place }) => {
      const look = lookOf(key, place, box);
      const { scale, note, tag } = look;
      return placeOnce(place, [box, scale, note, tag?.full, tag?.written, tag?.inset], () =>
        placeThing(look),
      );
    }),
    ...badgeAt.values(),
  ];
  const texts = textBoxes([...things, ...titles].flatMap(({ commands }) => [...commands]));
  return [
    ...things,
    ...cards.flatMap((card) => (isOfStep(card, frame) ? [cardRing(card)] : [])),
    ...places.flatMap(({ key, box, place }) => (place.mark ? [ringThing(key, box, place)] : [])),
    ...allReads(frame, geometry, texts),
    // Where a line has no way round a title, it runs behind it.
    ...titles,
  ];
}
