import { range } from 'd3-array';
import type { Box } from '../../layout/geometry';
import { beside, IN, OUTSIDE, OVER, RING } from './ends';
import { type Path, type Point, TURN, turning } from './path';

/** How far apart the verticals are that are tried. */
const EVERY = 6;

/** The ways on from a vertical to a result: in from above, or to its side. */
function endsFrom(x: number, to: Box): Point[][] {
  const over = [0.5, 0.3, 0.7, 0.85].map((at) => {
    const end = { x: to.x + to.width * at, y: to.y - OVER };
    return [{ x, y: end.y - IN }, { x: end.x, y: end.y - IN }, end];
  });
  const [left, right] = [beside(to, 'left', RING + 1), beside(to, 'right', RING + 1)];
  if (x < left.x - TURN) over.push([{ x, y: left.y }, left]);
  if (x > right.x + TURN) over.push([{ x, y: right.y }, right]);
  return over;
}

/** How far from the corners of a box a line that goes down leaves it at least, and comes to it. */
const INSIDE = 4;

/**
 * Paths down to a result that reaches under its source, as near to the source's middle as can be: straight, or where there
 * is room between them, with a turn to a place beside the source.
 */
export function* down(from: Box, to: Box): Generator<Path> {
  const bottom = from.y + from.height;
  const end = to.y - RING - 1;
  const turn = bottom + RING + TURN;
  const [first, last] = [from.x + INSIDE, from.x + from.width - INSIDE];
  if (end < bottom + RING || last < to.x || first > to.x + to.width) return;
  const best = nearest(from, to);
  const others = range(to.x + INSIDE, to.x + to.width - INSIDE, EVERY);
  for (const x of [best, ...others.toSorted((a, b) => Math.abs(a - best) - Math.abs(b - best))]) {
    const isBelow = x >= first && x <= last;
    if (isBelow)
      yield turning([
        { x, y: bottom + RING },
        { x, y: end },
      ]);
    else if (end > turn + TURN)
      yield turning([
        { x: best, y: bottom + RING },
        { x: best, y: turn },
        { x, y: turn },
        { x, y: end },
      ]);
  }
}

/** Where below a source a vertical stands best: in its middle, or where the result reaches under it, as near to that as can be. */
function nearest(from: Box, to: Box): number {
  const middle = from.x + from.width / 2;
  const least = Math.max(from.x, to.x) + RING;
  const most = Math.min(from.x + from.width, to.x + to.width) - RING;
  return least < most ? Math.min(most, Math.max(least, middle)) : middle;
}

/** Paths to a result further down by a vertical that leaves the source below or at its side, wherever there is one. */
export function* byVertical(from: Box, to: Box): Generator<Path> {
  const bottom = from.y + from.height;
  if (to.y < bottom) return;
  const middle = from.x + from.width / 2;
  const best = nearest(from, to);
  const all = range(
    Math.min(from.x, to.x) - OUTSIDE,
    Math.max(from.x + from.width, to.x + to.width) + OUTSIDE + 1,
    EVERY,
  ).toSorted((a, b) => Math.abs(a - best) - Math.abs(b - best));
  for (const x of all) {
    const which = x < middle ? 'left' : 'right';
    const start = beside(from, which, 4);
    const isBelow = x > from.x && x < from.x + from.width;
    const isBeside = which === 'left' ? x < start.x : x > start.x;
    const begins: Point[][] = isBelow
      ? [[{ x, y: bottom + RING }]]
      : isBeside
        ? [[start, { x, y: start.y }]]
        : [];
    if (!isBelow)
      begins.push([
        { x: middle, y: bottom + 4 },
        { x, y: bottom + 4 },
      ]);
    for (const begin of begins) for (const end of endsFrom(x, to)) yield turning([...begin, ...end]);
  }
}
