import { useMemo } from 'react';
import { type Frame, frameAt } from '../../core/pass/frames/frame';
import type { Asking } from '../../state/learning/asking';
import { selectTrace } from '../../state/selectors';
import { focusOf } from '../../state/shown/display';
import { useDisplay, useStore } from '../store';
import type { Focusing } from './focusing';
import type { Box, Geometry } from './layout/geometry';

/** What is in the middle, by place key: for a step, the layer that it belongs to; undefined while all is. */
export function useMiddle(
  frame: Frame,
  asked: number | undefined,
  focusing: Focusing | undefined,
): ReadonlySet<string> | undefined {
  const trace = useStore(selectTrace);
  const focus = useDisplay(focusOf);
  const layer = asked ?? frame.step?.layer;
  return useMemo(() => {
    const of = focus !== 'step' ? focus : layer === undefined ? undefined : { layer };
    const keys = of && focusing?.keysInFocus(frameAt(trace, 0).places, trace.model.layers.length, of);
    // What a lesson tells of can be gone: the student may have taken the layer away.
    return keys?.size ? keys : undefined;
  }, [trace, focus, layer, focusing]);
}

/**
 * What is to be seen in the place of the step: while a layer is asked about, what it keeps, or what it made where that is
 * covered; where something is to be chosen, the card that it is chosen on; else what is in the middle.
 */
export function useTold(
  geometry: Geometry,
  frame: Frame,
  { layer: asked, cover }: Pick<Asking, 'layer' | 'cover'>,
  choosing: number | undefined,
  middle: ReadonlySet<string> | undefined,
  focusing: Focusing | undefined,
): Box | undefined {
  const isOfCache = asked !== undefined && cover !== 'caches';
  return useMemo(
    () =>
      geometry.cards.find(
        ({ layer, lane }) => layer === (asked ?? choosing) && lane === (isOfCache ? 'cache' : 'forward'),
      ) ??
      (middle && focusing?.toldOf(middle, frame, geometry)),
    [geometry, frame, asked, choosing, isOfCache, middle, focusing],
  );
}
