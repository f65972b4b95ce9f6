import { range } from 'd3-array';
import type { Frame, Place } from '../../../core/pass/frame';
import type { Box, Geometry } from '../layout/geometry';

/** How far a line stays away from what it joins, so that it ends at the ring. */
const RING = 6;

/** From which slots the step of a frame read, and the place of what it made of it. */
function readsOf({ places }: Frame): { sources: readonly string[]; result: string | undefined } {
  const marked = (mark: Place['mark']) => Array.from(places).filter(([, place]) => place.mark === mark);
  const sources = marked('read').filter(([, { slot }]) => slot);
  const results = marked('write');
  // A recomputed Z is written into the slot that missed it: that is the result, not its old place above.
  const result = results.find(([, { slot }]) => slot) ?? results[0];
  return { sources: sources.map(([key]) => key), result: result?.[0] };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve by its two ends and what pulls it from each. */
type Curve = readonly [Point, Point, Point, Point];

/** Curves that follow each other. */
type Path = readonly Curve[];

/** Where in the width of its box a line may begin or end: in the middle, or as near to it as its way is free. */
const ats = range(0.5, 0.04, -0.04).flatMap((at) => (at === 0.5 ? [at] : [at, 1 - at]));

const ways = ats
  .flatMap((out) => ats.map((into) => [out, into] as const))
  .toSorted(
    ([a, b], [c, d]) => Math.abs(a - 0.5) + Math.abs(b - 0.5) - Math.abs(c - 0.5) - Math.abs(d - 0.5),
  );

/** A curve from below the source to above the result, from one share of the width of each to another. */
function straight(from: Box, to: Box, out: number, into: number): Path {
  const start = { x: from.x + from.width * out, y: from.y + from.height + RING };
  const end = { x: to.x + to.width * into, y: to.y - RING - 14 };
  const bend = Math.max(18, Math.abs(end.y - start.y) * 0.45);
  return [[start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end]];
}

/** How far a line that goes round stays outside, and how wide it turns. */
const [OUTSIDE, TURN] = [11, 9];

/** How far right of a card the gap behind it is. */
const GAP = 3;

/** Boxes whose sides are further apart than this do not stand one under the other. */
const ALIGNED = 16;

/** A path that turns from its start into a vertical, goes along it, and turns from it to its end. */
function along(start: Point, x: number, end: Point): Path {
  const [first, last] = [
    { x, y: start.y + TURN },
    { x, y: end.y - TURN },
  ];
  return [
    [start, { x, y: start.y }, { x, y: start.y }, first],
    [first, first, last, last],
    [last, { x, y: end.y }, { x, y: end.y }, end],
  ];
}

const side = { left: ({ x }: Box) => x, right: ({ x, width }: Box) => x + width } as const;

/** The middle of a side of a box, some way outside. */
const beside = (box: Box, which: keyof typeof side, away: number): Point => ({
  x: side[which](box) + (which === 'left' ? -away : away),
  y: box.y + box.height / 2,
});

/** A path from the side of the source along the edge of its card to the side of the result, where both stand there. */
function round(from: Box, to: Box, which: 'left' | 'right'): Path[] {
  const [a, b] = [side[which](from), side[which](to)];
  if (Math.abs(a - b) > ALIGNED) return [];
  const x = which === 'left' ? Math.min(a, b) - OUTSIDE : Math.max(a, b) + OUTSIDE;
  return [along(beside(from, which, 4), x, beside(to, which, RING + 1))];
}

/** A path to a result in the column before, down between the cards of both. */
function throughGap(from: Box, to: Box, cards: readonly Box[]): Path[] {
  const card = cards.find(({ x, width }) => x <= to.x && to.x < x + width);
  if (!card || from.x < card.x + card.width) return [];
  return [along(beside(from, 'left', 4), card.x + card.width + GAP, beside(to, 'right', RING + 1))];
}

/** How many points of a curve are looked at: closer together than a letter is wide. */
const LOOKED_AT = 120;

/** Points of a path from end to end. Bernstein's polynomials, for cubics. */
const pointsOn = (path: Path): Point[] =>
  path.flatMap(([a, b, c, d]) =>
    Array.from({ length: LOOKED_AT + 1 }, (_, i) => {
      const t = i / LOOKED_AT;
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      return { x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y };
    }),
  );

const isIn = ({ x, y }: Point, box: Box): boolean =>
  x > box.x - 2 && x < box.x + box.width + 2 && y > box.y && y < box.y + box.height;

/** The path of some that crosses the fewest texts, of those the first. */
function freest(paths: Iterable<Path>, texts: readonly Box[]): Path {
  let [best, fewest]: [Path, number] = [[], Infinity];
  for (const path of paths) {
    const points = pointsOn(path);
    const crossed = texts.filter((text) => points.some((point) => isIn(point, text))).length;
    if (crossed < fewest) [best, fewest] = [path, crossed];
    if (crossed === 0) break;
  }
  return best;
}

function* pathsBetween(from: Box, to: Box, cards: readonly Box[]): Generator<Path> {
  yield straight(from, to, 0.5, 0.5);
  yield* round(from, to, 'right');
  yield* round(from, to, 'left');
  yield* throughGap(from, to, cards);
  for (const [out, into] of ways) yield straight(from, to, out, into);
}

const written = (path: Path): string =>
  path
    .map(([a, b, c, d], i) => `${i === 0 ? `M${a.x},${a.y} ` : ''}C${b.x},${b.y} ${c.x},${c.y} ${d.x},${d.y}`)
    .join(' ');

/** The texts that a line between two boxes can meet. */
function between(from: Box, to: Box, texts: readonly Box[]): Box[] {
  const [top, bottom] = [Math.min(from.y, to.y) - 20, Math.max(from.y + from.height, to.y + to.height)];
  return texts.filter(({ y, height }) => y + height > top && y < bottom);
}

/**
 * The lines of a frame's step as paths of SVG, by the place of the slot that each comes from: down the middle where that
 * is free of texts, else round the side or as near to the middle as can be.
 */
export function connectionsOf(
  frame: Frame,
  { boxes, cards }: Geometry,
  texts: readonly Box[],
): { key: string; d: string }[] {
  const { sources, result } = readsOf(frame);
  const to = result && boxes.get(result);
  if (!to) return [];
  return sources.flatMap((key) => {
    const from = boxes.get(key);
    return from ? [{ key, d: written(freest(pathsBetween(from, to, cards), between(from, to, texts))) }] : [];
  });
}
