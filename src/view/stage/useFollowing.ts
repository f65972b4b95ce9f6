import { type RefObject, useEffect } from 'react';
import type { StepId } from '../../core/pass/trace';
import type { Geometry } from './layout/geometry';
import { laneOfPhase } from './words/lanes';

/** Has a picture that is larger than its frame follow the card that the step belongs to; before the first, the input's. */
export function useFollowing(
  frame: RefObject<HTMLElement | null>,
  { cards, width, height }: Geometry,
  step: StepId | undefined,
): void {
  const layer = step?.layer ?? 0;
  const lane = step && laneOfPhase[step.phase];
  useEffect(() => {
    const view = frame.current;
    const ofLayer = cards.filter((card) => card.layer === layer);
    const card = ofLayer.find((candidate) => candidate.lane === lane) ?? ofLayer[0] ?? cards[0];
    if (!card || !view || (width <= view.clientWidth && height <= view.clientHeight)) return;
    view.scrollTo?.({
      left: card.x - (view.clientWidth - card.width) / 2,
      top: card.y - (view.clientHeight - card.height) / 2,
    });
  }, [frame, cards, width, height, layer, lane]);
}
