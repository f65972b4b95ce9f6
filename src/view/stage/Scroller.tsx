import { type ReactNode, useRef } from 'react';
import type { StepId } from '../../core/pass/trace';
import type { Geometry } from './layout/geometry';
import styles from './Scroller.module.css';
import { useFollowing } from './useFollowing';

interface Props {
  readonly label: string;
  /** How it stands in what is around it. */
  readonly className?: string | undefined;
  readonly geometry: Geometry;
  /** The step whose card it follows. */
  readonly step: StepId | undefined;
  /** Whether what it shows waits for others. */
  readonly waiting?: boolean;
  readonly children: ReactNode;
}

/** The frame of a picture that may be larger than its room: it scrolls, and follows the step. */
export function Scroller({ label, className = '', geometry, step, waiting, children }: Props) {
  const frame = useRef<HTMLElement>(null);
  useFollowing(frame, geometry, step);
  return (
    <section
      ref={frame}
      className={`${styles.scroller} ${className}`}
      // What scrolls must be reached by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      aria-label={label}
      data-waiting={waiting}
    >
      {children}
    </section>
  );
}
