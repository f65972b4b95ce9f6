import { inWords } from '../../../explain/numbers';
import { NONE, type NumberQuestion, readNumber } from '../../../lessons/questions';
import controls from '../../controls/controls.module.css';
import styles from '../Lesson.module.css';
import { usePlay, usePlayActions, useSeen } from '../usePlay';
import type { Answering } from './answering';

/** A number, typed or led to by a slider; or that there is none. */
export function NumberAnswer({ question, labelledBy }: Answering<NumberQuestion>) {
  const { unit, range, live, none } = question;
  const given = usePlay((playing) => playing.given);
  const { give, confirm } = usePlayActions();
  const seen = useSeen();
  const typed = given[0] === NONE ? '' : (given[0] ?? '');
  const value = readNumber(typed) ?? range?.from;
  return (
    <form
      className={styles.number}
      onSubmit={(event) => {
        event.preventDefault();
        if (readNumber(typed) !== undefined) confirm();
      }}
    >
      <div className={styles.field}>
        {range ? (
          <input
            type="range"
            min={range.from}
            max={range.to}
            step={range.step}
            value={value}
            aria-labelledby={labelledBy}
            aria-valuetext={live && value !== undefined ? live(value, seen) : undefined}
            onChange={({ target }) => give([target.value])}
          />
        ) : (
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            aria-labelledby={labelledBy}
            onChange={({ target }) => give([target.value])}
          />
        )}
        <span aria-hidden={range !== undefined}>
          {range && value !== undefined ? (live?.(value, seen) ?? inWords(value)) : unit}
        </span>
      </div>
      <div className={styles.buttons}>
        <button
          type="submit"
          className={`${controls.primary} ${styles.primary}`}
          disabled={readNumber(typed) === undefined}
        >
          Check
        </button>
        {none && (
          <button
            type="button"
            className={controls.button}
            onClick={() => {
              give([NONE]);
              confirm();
            }}
          >
            {none}
          </button>
        )}
      </div>
    </form>
  );
}
