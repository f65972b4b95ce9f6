import { Check, Circle, X } from 'lucide-react';
import type { Judgement } from '../../../lessons/questions';
import { Prose } from '../../words/Prose';
import styles from '../Lesson.module.css';

const marks = {
  right: ['right', Check],
  missed: ['missed', Circle],
  mistaken: ['mistaken', X],
} as const;

/** What became of an answer, with the reasons that the record gives. */
export function Notes({ of: { isRight, notes }, adds = '' }: { of: Judgement; adds?: string }) {
  return (
    <div role="status" className={styles.judged} data-right={isRight}>
      <p className={styles.verdict}>{isRight ? 'Right.' : `Not quite. ${adds}`}</p>
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
  );
}
