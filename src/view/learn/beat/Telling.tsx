import { useEffect, useRef } from 'react';
import { lessons } from '../../../lessons';
import { lessonNames } from '../../../lessons/names';
import { said } from '../../../lessons/seen';
import { Prose } from '../../words/Prose';
import styles from '../Lesson.module.css';
import { useBeat, useLessonName, usePlay, useSeen } from '../usePlay';

/** What the beat says, under the claim that the lesson settles. */
export function Telling() {
  const name = useLessonName();
  const beat = useBeat();
  const seen = useSeen();
  const isLast = usePlay(({ beats, now }) => now === beats.length - 1);
  const told = useRef<HTMLDivElement>(null);
  // Whoever goes on by keyboard, or listens, is where the next thing is said.
  useEffect(() => told.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={told} className={styles.telling} tabIndex={-1}>
      <p className={styles.kicker}>
        Lesson {lessonNames.indexOf(name) + 1} of {lessonNames.length}
        {isLast && ' · what it comes to'}
      </p>
      <h2>{lessons[name].title}</h2>
      <p className={styles.says} data-last={isLast || undefined}>
        <Prose of={said(beat.says, seen)} />
      </p>
    </div>
  );
}
