import { useId } from 'react';
import type { ChoiceQuestion } from '../../../lessons/questions';
import controls from '../../controls/controls.module.css';
import { Sentence } from '../../inspector/said/Sentence';
import { Measuring } from '../beat/Measuring';
import styles from '../Lesson.module.css';
import { usePlay, usePlayActions, useSeen } from '../usePlay';
import type { Answering } from './answering';

/** What there is to choose from: one of them, or all that hold. */
export function Choosing({ question, labelledBy }: Answering<ChoiceQuestion>) {
  const { many, options, takes, measures } = question;
  const given = usePlay((playing) => playing.given);
  const { give, confirm } = usePlayActions();
  const group = useId();
  const seen = useSeen();
  const offered = options(seen);
  const wanted = takes?.(seen);
  const isShort = offered.every(({ label }) => label.length < 10);
  const choose = (id: string) =>
    give(many ? (given.includes(id) ? given.filter((each) => each !== id) : [...given, id]) : [id]);
  return (
    <>
      <fieldset aria-labelledby={labelledBy} className={styles.options} data-short={isShort || undefined}>
        {offered.map(({ id, label }) => (
          <label key={id} className={styles.option}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={group}
              checked={given.includes(id)}
              onChange={() => choose(id)}
            />
            <span>
              <Sentence of={label.replaceAll("'", '’')} />
            </span>
          </label>
        ))}
      </fieldset>
      {measures ? (
        <Measuring measures={measures} />
      ) : (
        <div className={styles.buttons}>
          <button
            type="button"
            className={`${controls.primary} ${styles.primary}`}
            disabled={wanted === undefined ? given.length === 0 : given.length !== wanted}
            onClick={confirm}
          >
            Check
          </button>
          {wanted !== undefined && (
            <span role="status">
              {given.length} of {wanted} chosen
            </span>
          )}
        </div>
      )}
    </>
  );
}
