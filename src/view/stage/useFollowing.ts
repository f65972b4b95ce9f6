import { type RefObject, useEffect } from 'react';
import type { Geometry } from './geometry';

/** Has a picture that is wider than its frame follow the layer that the step belongs to; 0 is the input. */
export function useFollowing(frame: RefObject<HTMLElement | null>, geometry: Geometry, layer: number): void {
  useEffect(() => {
    const card = geometry.cards.find((candidate) => candidate.layer === layer);
    const view = frame.current;
    if (!card || !view || geometry.width <= view.clientWidth) return;
    view.scrollTo?.({ left: card.x - (view.clientWidth - card.width) / 2 });
  }, [frame, geometry, layer]);
}
