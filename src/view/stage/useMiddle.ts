import { useMemo } from 'react';
import { type Frame, frameAt, type Spot } from '../../core/pass/frame';
import { focusOf } from '../../state/display';
import { selectTrace } from '../../state/selectors';
import { useDisplay, useStore } from '../store';
import { keysInFocus } from './layout/focused';
import type { Box, Geometry } from './layout/geometry';

/** What is in the middle, by place key: for a step, the layer that it belongs to; undefined while all is. */
export function useMiddle(frame: Frame, asked: number | undefined): ReadonlySet<string> | undefined {
  const trace = useStore(selectTrace);
  const focus = useDisplay(focusOf);
  const layer = asked ?? frame.step?.layer;
  return useMemo(() => {
    const of = focus !== 'step' ? focus : layer === undefined ? undefined : { layer };
    const keys = of && keysInFocus(frameAt(trace, 0).places, trace.model.layers.length, of);
    // What a lesson tells of can be gone: the student may have taken the layer away.
    return keys?.size ? keys : undefined;
  }, [trace, focus, layer]);
}

/**
 * What is to be seen in the place of the step: while a layer is asked about, what it keeps; else what is in the middle,
 * from its head on, or the slot of a tensor, where the step's own layer does nothing to it.
 */
export function useTold(
  { cards, boxes }: Geometry,
  { step, places }: Frame,
  asked: number | undefined,
  middle: ReadonlySet<string> | undefined,
): Box | undefined {
  return useMemo(() => {
    const kept = cards.find(({ layer, lane }) => layer === asked && lane === 'cache');
    if (kept || !middle) return kept;
    const keys = [...middle];
    const isOfStep = ({ mark, layer }: Spot) => mark !== undefined && layer === step?.layer;
    if (keys.some((key) => isOfStep(places.get(key)!))) return undefined;
    const tensors = new Set(keys.map((key) => places.get(key)?.tensor));
    if (tensors.size === 1) return boxes.get(keys.find((key) => places.get(key)?.slot) ?? keys[0]!);
    const first = boxes.get(keys[0]!);
    return cards.find(({ x, y, width, height }) => first && isIn(first, { x, y, width, height }));
  }, [cards, boxes, step, places, asked, middle]);
}

const isIn = ({ x, y }: Box, card: Box): boolean =>
  x >= card.x && x < card.x + card.width && y >= card.y && y < card.y + card.height;
