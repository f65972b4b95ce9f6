import { useState } from 'react';
import { spoken } from '../../core/model/names';
import { slotKey } from '../../core/pass/trace';
import type { ReadsQuestion } from '../../lessons/questions';
import { offeredIn, readsIn, turnMaking } from '../../lessons/turn';
import { selectTrace } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { useAsking, useStore } from '../store';
import styles from './Lesson.module.css';

interface Props {
  readonly question: ReadsQuestion;
  confirm(): void;
}

/** Which slots are chosen on the stage, and the step that shows whether they are it. */
export function ReadsAnswer({ question, confirm }: Props) {
  const trace = useStore(selectTrace);
  const chosen = useAsking((asking) => asking.chosen);
  const [hinted, setHinted] = useState(false);
  const turn = turnMaking(trace, question.makes);
  const names = offeredIn(trace, turn).filter(({ slot }) => chosen.has(slotKey(slot)));
  const count = readsIn(trace, turn).length;
  return (
    <>
      <p className={styles.given} role="status">
        Your answer: {names.length === 0 && 'nothing yet'}
        {names.map(({ slot, tensor }) => (
          <span key={slotKey(slot)} className={styles.chip}>
            {spoken(tensor)}
          </span>
        ))}
        {hinted && ` It is ${count} slot${count === 1 ? '' : 's'}.`}
      </p>
      <div className={styles.buttons}>
        <button type="button" className={`${controls.primary} ${styles.primary}`} onClick={confirm}>
          {chosen.size === 0 ? 'It reads none: take the step' : 'Take the step and see'}
        </button>
        {!hinted && (
          <button type="button" className={controls.button} onClick={() => setHinted(true)}>
            Hint
          </button>
        )}
      </div>
    </>
  );
}
