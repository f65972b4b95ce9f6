import type { Geometry } from '../layout/geometry';

/** Where all of a picture stands: most edits change what stands in it, and not where. */
export const outlineOf = ({ cards, boxes }: Pick<Geometry, 'cards' | 'boxes'>): string =>
  JSON.stringify([
    cards.map(({ lane, x, y, width, height }) => [lane, x, y, width, height]),
    Array.from(boxes.values(), ({ x, y, width, height }) => [x, y, width, height]),
  ]);
