import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Frame } from '../../../core/pass/frame';
import type { Trace } from '../../../core/pass/trace';
import { useStoreApi } from '../../store';
import type { Geometry } from '../layout/geometry';
import { filmOf } from './film';
import { HASTE } from './haste';
import { play, type Stop } from './play';

const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

interface Props {
  readonly picture: RefObject<HTMLElement | null>;
  readonly trace: Trace;
  readonly frame: Frame;
  readonly geometry: Geometry;
}

interface Last {
  readonly trace: Trace;
  readonly index: number;
  readonly at: number;
  readonly stop?: Stop | undefined;
}

/**
 * Moves what a step does, as the reader takes it: a tensor into its slot, a line from the slot to its result. It draws
 * nothing of its own, and the next step ends it.
 */
export function Film({ picture, trace, frame, geometry }: Props) {
  const { pointing } = useStoreApi();
  const last = useRef<Last>(undefined);
  useLayoutEffect(() => {
    const before = last.current;
    before?.stop?.();
    const at = performance.now();
    const isNext = before?.trace === trace && before.index === frame.index - 1 && at - before.at > HASTE;
    const root = picture.current;
    const isShown = isNext && root && !pointing.getState().scrubbing && !wantsStillness();
    const stop = isShown
      ? play(filmOf(frame, geometry), geometry.boxes, (key) => ({
          place: root.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? undefined,
          lines: root.querySelector(`[data-reads="${key}"]`) ?? undefined,
        }))
      : undefined;
    last.current = { trace, index: frame.index, at, stop };
  }, [picture, trace, frame, geometry, pointing]);
  return null;
}
