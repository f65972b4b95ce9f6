import { useEffect, useRef } from 'react';
import type { Judgement } from '../../../lessons/questions';
import controls from '../../controls/controls.module.css';
import { Notes } from '../beat/Notes';
import styles from '../Lesson.module.css';
import { usePlayActions } from '../usePlay';

/** What became of an answer in a lesson, and the way on. */
export function Judged({ of, adds }: { of: Judgement; adds: string }) {
  const { goOn } = usePlayActions();
  const on = useRef<HTMLButtonElement>(null);
  useEffect(() => on.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <Notes of={of} adds={adds} />
      <button
        ref={on}
        type="button"
        className={`${controls.primary} ${styles.primary} ${styles.on}`}
        onClick={goOn}
      >
        Go on
      </button>
    </>
  );
}
