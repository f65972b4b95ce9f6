import type { Box } from '../../layout/geometry';
import type { Point } from './path';

/** How far a line stays away from what it joins, so that it ends at the ring. */
export const RING = 6;

/** How far above its result a line ends: above the name. And how far above that a line from the side comes in: rows leave hardly more room. */
export const [OVER, IN] = [RING + 14, 3];

/** How far a line that goes round stays outside. */
export const OUTSIDE = 8;

/** The x of each side of a box. */
export const side = { left: ({ x }: Box) => x, right: ({ x, width }: Box) => x + width } as const;

/** The middle of a side of a box, some way outside. */
export const beside = (box: Box, which: keyof typeof side, away: number): Point => ({
  x: side[which](box) + (which === 'left' ? -away : away),
  y: box.y + box.height / 2,
});

/** How far the head of an arrow reaches to each side of its line, and back from the line's end. */
export const HEAD = { aside: 7, back: 8 } as const;
