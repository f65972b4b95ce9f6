import type { Position } from './position';

/** Where the page opens: relu backward reads its Z, the moment that the page is about. */
export const firstSight: Position = { phase: 'backward', op: 'activation', layer: 1 };

/** Whether the reader has not moved since the page opened: any move makes a position of its own. */
export const isFirstSight = (position: Position): boolean => position === firstSight;
