import type { Frame } from '../../../core/pass/frames/frame';
import type { Spot } from '../../../core/pass/frames/place';
import type { Box, Geometry } from './geometry';

/**
 * What is to be seen of what is in the middle, from the head of its first card on, or the slot of a tensor; nothing,
 * where the layer of the step is in it and does something to it: then the step is.
 */
export function toldOf(
  middle: ReadonlySet<string>,
  { step, places }: Frame,
  { cards, boxes }: Geometry,
): Box | undefined {
  const keys = [...middle];
  const isOfStep = ({ mark, layer }: Spot) => mark !== undefined && layer === step?.layer;
  if (keys.some((key) => isOfStep(places.get(key)!))) return undefined;
  const tensors = new Set(keys.map((key) => places.get(key)!.tensor));
  if (tensors.size === 1) return boxes.get(keys.find((key) => places.get(key)!.slot) ?? keys[0]!);
  const first = boxes.get(keys[0]!);
  return first && cards.find((card) => isIn(first, card));
}

const isIn = ({ x, y }: Box, card: Box): boolean =>
  x >= card.x && x < card.x + card.width && y >= card.y && y < card.y + card.height;
