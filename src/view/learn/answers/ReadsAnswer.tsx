import { useState } from 'react';
import { spoken } from '../../../core/model/names';
import { type Slot, slotKey } from '../../../core/pass/trace';
import { cacheOf, listed } from '../../../explain/phrases';
import type { ReadsQuestion } from '../../../lessons/questions';
import { whyRefused } from '../../../lessons/refused';
import { offeredIn, readsIn, turnMaking } from '../../../lessons/turn';
import { selectFrame, selectTrace } from '../../../state/selectors';
import controls from '../../controls/controls.module.css';
import { useAsking, useStore } from '../../store';
import styles from '../Lesson.module.css';

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
  const refused = useRefused();
  return (
    <>
      <p className={styles.given} role="status">
        Your answer: {names.length === 0 && 'nothing yet'}
        {names.map(({ slot, tensor }) => (
          <span key={slotKey(slot)} className={styles.chip}>
            {spoken(tensor)}
          </span>
        ))}
        {refused && <span className={styles.aside}>{refused}</span>}
        {hinted && <span className={styles.aside}>{hintOf(readsIn(trace, turn))}</span>}
      </p>
      <div className={styles.buttons}>
        {/* Whoever is in a hurry does not answer by the one button that stands out. */}
        <button
          type="button"
          className={chosen.size === 0 ? controls.button : `${controls.primary} ${styles.primary}`}
          onClick={confirm}
        >
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

/** How many slots it is, and in which caches they are. */
function hintOf(read: readonly Slot[]): string {
  const where = [...new Set(read.map(cacheOf))];
  if (where.length === 0) return 'No cache is needed for it.';
  return `It is ${read.length} slot${read.length === 1 ? '' : 's'}, in ${listed(where).replaceAll("'", '’')}.`;
}

/** Why what was pressed last cannot be chosen, if it cannot. */
function useRefused(): string | undefined {
  const key = useAsking(({ refused }) => refused);
  const { places } = useStore(selectFrame);
  const place = key === undefined ? undefined : places.get(key);
  return place && whyRefused(place);
}
