import { Check, Circle, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Judgement } from '../../lessons/questions';
import { Prose } from '../words/Prose';
import styles from './Lesson.module.css';
import { usePlayActions } from './usePlay';

const marks = {
  right: ['right', Check],
  missed: ['missed', Circle],
  mistaken: ['mistaken', X],
} as const;

/** What became of an answer, with the reasons that the record gives. */
export function Judged({ of: { isRight, notes } }: { of: Judgement }) {
  const { goOn } = usePlayActions();
  const on = useRef<HTMLButtonElement>(null);
  useEffect(() => on.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.judged} data-right={isRight}>
      <div role="status">
        <p className={styles.verdict}>
          {isRight ? 'Right.' : 'Not quite. It comes back later, in another network.'}
        </p>
        <ul>
          {notes.map(({ mark, of, says }) => {
            const [name, Icon] = marks[mark];
            return (
              <li key={of} data-mark={mark}>
                <Icon size={15} aria-label={name} />
                <span>
                  <Prose of={says} />
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <button ref={on} type="button" className={styles.primary} onClick={goOn}>
        Go on
      </button>
    </div>
  );
}
