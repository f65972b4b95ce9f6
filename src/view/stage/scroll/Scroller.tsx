import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Frame } from '../../../core/pass/frames/frame';
import { later, useInTime } from '../../later';
import { useDisplayActions } from '../../store';
import type { Box, Geometry } from '../layout/geometry';
import styles from './Scroller.module.css';
import { useFollowing } from './useFollowing';

const panning = later('panBy', () => import('./panning'));

interface Props {
  readonly ref?: RefObject<HTMLElement | null>;
  readonly label: string;
  /** How it stands in what is around it. */
  readonly className?: string | undefined;
  readonly geometry: Geometry;
  /** What is shown, whose step it follows. */
  readonly frame: Frame;
  /** Its own height, in CSS pixels; that of what is around it without one. */
  readonly height?: number;
  /** What it shows in the place of the step. */
  readonly told?: Box | undefined;
  /** Whether it has to follow the step, since not all of the network is seen at once. */
  readonly large?: boolean;
  /** Whether what it shows waits for others. */
  readonly waiting?: boolean;
  readonly children: ReactNode;
}

/** The frame of a picture that may be larger than its room: it scrolls, is drawn along by a pointer, and follows the step. */
export function Scroller({
  ref,
  label,
  className = '',
  geometry,
  frame,
  height,
  told,
  large = false,
  waiting,
  children,
}: Props) {
  const own = useRef<HTMLElement>(null);
  const element = ref ?? own;
  useFollowing(element, geometry, frame, height, told);
  const { comeClose } = useDisplayActions();
  const panBy = useInTime(panning);
  useEffect(() => panBy?.(element.current!, comeClose), [element, panBy, comeClose]);
  return (
    <section
      ref={element}
      className={`${styles.scroller} ${className}`}
      style={height === undefined ? undefined : { height }}
      // What scrolls must be reached by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      aria-label={label}
      data-large={large}
      data-waiting={waiting}
    >
      {children}
    </section>
  );
}
