import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Frame } from '../../../core/pass/frames/frame';
import type { Trace } from '../../../core/pass/trace';
import { useStoreApi } from '../../store';
import type { Geometry } from '../layout/geometry';
import styles from './Film.module.css';
import { filmOf } from './film';
import { HASTE } from './haste';
import { type Moved, type Playing, play } from './play';
import { wantsStillness } from './stillness';

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
  readonly playing?: Playing | undefined;
}

/**
 * Moves what a step does, as the reader takes it: a tensor into its slot, a line from the slot to its result. The next
 * step ends it.
 */
export function Film({ picture, trace, frame, geometry }: Props) {
  const { pointing } = useStoreApi();
  const last = useRef<Last>(undefined);
  const screen = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = last.current;
    before?.playing?.stop();
    const at = performance.now();
    const isNext = before?.trace === trace && before.index === frame.index - 1 && at - before.at > HASTE;
    const root = picture.current;
    const isShown = isNext && root && !pointing.getState().scrubbing && !wantsStillness();
    const elementsOf = (key: string): Moved => ({
      place: root?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? undefined,
      lines: root?.querySelector(`[data-reads="${key}"]`) ?? undefined,
    });
    const playing = isShown
      ? play(filmOf(frame, geometry), geometry.boxes, elementsOf, screen.current!)
      : undefined;
    last.current = { trace, index: frame.index, at, playing };
  }, [picture, trace, frame, geometry, pointing]);
  // The cells of a step are painted by effects, which come before this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each frame has its film.
  useEffect(() => last.current?.playing?.draw(), [trace, frame, geometry]);
  return <div ref={screen} className={styles.screen} aria-hidden="true" />;
}
