import type { Model } from '../model/model';

/** Layers first…last, of which only the input of the first is kept. Chen, Xu, Zhang & Guestrin (2016). */
export interface Segment {
  readonly first: number;
  readonly last: number;
}

/**
 * The segment of layer l that the forward pass drops and backward has to run again, where the model keeps a
 * checkpoint every k layers; undefined for a layer that is kept. The last segment is kept: backward begins with it.
 */
export function droppedSegment({ checkpoint: k, layers }: Model, l: number): Segment | undefined {
  if (k === undefined) return undefined;
  const first = l - ((l - 1) % k);
  const last = first + k - 1;
  return last < layers.length ? { first, last } : undefined;
}
