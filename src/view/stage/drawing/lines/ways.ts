import { range } from 'd3-array';
import type { Box } from '../../layout/geometry';
import { beside, OUTSIDE, OVER, RING, side } from './ends';
import { type Path, turning } from './path';
import { byVertical, down } from './verticals';

/** A curve from below the middle of the source to above the middle of the result. */
function straight(from: Box, to: Box): Path {
  const start = { x: from.x + from.width / 2, y: from.y + from.height + RING };
  const end = { x: to.x + to.width / 2, y: to.y - OVER };
  const bend = Math.max(18, Math.abs(end.y - start.y) * 0.45);
  return [[start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end]];
}

/** How far right of a card the gap behind it is. */
const GAP = 3;

/** Boxes whose sides are further apart than this do not stand one under the other. */
const ALIGNED = 16;

/** A path from the side of the source along the edge of its card to the side of the result, where both stand there. */
function round(from: Box, to: Box, which: 'left' | 'right'): Path[] {
  const [a, b] = [side[which](from), side[which](to)];
  if (Math.abs(a - b) > ALIGNED) return [];
  const x = which === 'left' ? Math.min(a, b) - OUTSIDE : Math.max(a, b) + OUTSIDE;
  const [start, end] = [beside(from, which, 4), beside(to, which, RING + 1)];
  return [turning([start, { ...start, x }, { ...end, x }, end])];
}

/** How far below its source a line turns aside that goes past what stands beside that, the nearest first. */
const belows = [...range(4, 60, 2), ...range(60, 360, 6)];

/** Paths to a result in the column before, down between the cards of both: from the side of the source, or from below it. */
function throughGap(from: Box, to: Box, cards: readonly Box[]): Path[] {
  const card = cards.find(({ x, width }) => x <= to.x && to.x < x + width);
  if (!card || from.x < card.x + card.width) return [];
  const x = card.x + card.width + GAP;
  const [start, end] = [beside(from, 'left', 4), beside(to, 'right', RING + 1)];
  const [middle, bottom] = [from.x + from.width / 2, from.y + from.height];
  return [
    turning([start, { ...start, x }, { ...end, x }, end]),
    ...belows.map((below) => {
      const y = bottom + below;
      return turning([
        { x: middle, y: bottom + Math.min(below, RING) },
        { x: middle, y },
        { x, y },
        { ...end, x },
        end,
      ]);
    }),
  ];
}

/** Ways for a line from a slot to what is made of it, from the best on: past some cards. */
export function* waysBetween(from: Box, to: Box, cards: readonly Box[]): Generator<Path> {
  yield* down(from, to);
  yield straight(from, to);
  yield* round(from, to, 'right');
  yield* round(from, to, 'left');
  yield* throughGap(from, to, cards);
  yield* byVertical(from, to);
}
