import type { Frame } from '../../../../core/pass/frames/frame';
import type { Place } from '../../../../core/pass/frames/place';
import type { Box, Geometry } from '../../layout/geometry';
import { HEAD } from './ends';
import { atEnd, type Path, type Point, pointsOn, written } from './path';
import { waysBetween } from './ways';

/** From which slots the step of a frame read, and the place of what it made of it. */
function readsOf({ places }: Frame): { sources: readonly string[]; result: string | undefined } {
  const marked = (mark: Place['mark']) => Array.from(places).filter(([, place]) => place.mark === mark);
  const sources = marked('read').filter(([, { slot }]) => slot);
  const results = marked('write');
  // A recomputed Z is written into the slot that missed it: that is the result, not its old place above.
  const result = results.find(([, { slot }]) => slot) ?? results[0];
  return { sources: sources.map(([key]) => key), result: result?.[0] };
}

const isIn = ({ x, y }: Point, box: Box): boolean =>
  x > box.x - 2 && x < box.x + box.width + 2 && y > box.y && y < box.y + box.height;

/** What a line had better not run through: texts, and less so other heatmaps, whose cells it hides. */
interface InTheWay {
  readonly texts: readonly Box[];
  readonly heatmaps: readonly Box[];
}

/**
 * How much a path with its arrow runs through: a text is worth more than all heatmaps, of which there are never so many
 * between two, and where texts alone are as much as at the best path so far, heatmaps are no matter.
 */
function amissOf(path: Path, { texts, heatmaps }: InTheWay, least: number): number {
  const head = [HEAD.aside, -HEAD.aside].map((aside) => atEnd(path, HEAD.back, aside));
  const points = [...pointsOn(path), ...head];
  const crossed = (boxes: readonly Box[]) =>
    boxes.filter((box) => points.some((point) => isIn(point, box))).length;
  const amiss = crossed(texts) * 1000;
  return amiss < least ? amiss + crossed(heatmaps) : amiss;
}

/** The path of some that crosses the fewest texts, of those the fewest heatmaps, and of those the first. */
function freest(paths: Iterable<Path>, inTheWay: InTheWay): Path {
  let [best, least]: [Path, number] = [[], Infinity];
  for (const path of paths) {
    const amiss = amissOf(path, inTheWay, least);
    if (amiss < least) [best, least] = [path, amiss];
    if (amiss === 0) break;
  }
  return best;
}

/** Those of some boxes that a line between two can meet. */
function between(from: Box, to: Box, boxes: readonly Box[]): Box[] {
  const [top, bottom] = [Math.min(from.y, to.y) - 20, Math.max(from.y + from.height, to.y + to.height)];
  return boxes.filter((box) => box !== from && box !== to && box.y + box.height > top && box.y < bottom);
}

/**
 * The lines of a frame's step as paths of SVG, by the place of the slot that each comes from: down the middle where that
 * is free of texts and other heatmaps, else round the side or as near to the middle as can be.
 */
export function connectionsOf(
  frame: Frame,
  { boxes, cards }: Geometry,
  texts: readonly Box[],
): { key: string; d: string }[] {
  const { sources, result } = readsOf(frame);
  const to = result && boxes.get(result);
  if (!to) return [];
  const heatmaps = [...boxes.values()];
  return sources.flatMap((key) => {
    const from = boxes.get(key);
    if (!from) return [];
    const inTheWay = { texts: between(from, to, texts), heatmaps: between(from, to, heatmaps) };
    return [{ key, d: written(freest(waysBetween(from, to, cards), inTheWay)) }];
  });
}
