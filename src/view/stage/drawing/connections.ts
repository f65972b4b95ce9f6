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

const middle = ({ x, width }: Box) => x + width / 2;

/** A curve from below the source to above the result; from its side where the result stands beside it. */
function pathBetween(from: Box, to: Box): string {
  const start = { x: middle(from), y: from.y + from.height + RING };
  const end = { x: middle(to), y: to.y - RING - 14 };
  const bend = Math.max(18, Math.abs(end.y - start.y) * 0.45);
  return `M${start.x},${start.y} C${start.x},${start.y + bend} ${end.x},${end.y - bend} ${end.x},${end.y}`;
}

/** The lines of a frame's step as paths of SVG, by the place of the slot that each comes from. */
export function connectionsOf(frame: Frame, { boxes }: Geometry): { key: string; d: string }[] {
  const { sources, result } = readsOf(frame);
  const to = result && boxes.get(result);
  if (!to) return [];
  return sources.flatMap((key) => {
    const from = boxes.get(key);
    return from ? [{ key, d: pathBetween(from, to) }] : [];
  });
}
