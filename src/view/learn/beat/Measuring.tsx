import { useEffect, useRef, useState } from 'react';
import { type Measurement, measure } from '../../../compare/times';
import { type Measures, sizeKey } from '../../../lessons/questions';
import controls from '../../controls/controls.module.css';
import styles from '../Lesson.module.css';
import { usePlay, usePlayActions } from '../usePlay';

/** Measures what was predicted, on this machine, and then has the prediction judged. */
export function Measuring({ measures }: { measures: Measures }) {
  const given = usePlay((playing) => playing.given);
  const { confirm, remember } = usePlayActions();
  const [saying, setSaying] = useState<string>();
  const running = useRef<Measurement>(undefined);
  useEffect(() => () => running.current?.stop(), []);
  const start = () => {
    setSaying('Warming up …');
    running.current = measure(measures.rules, measures.activation, measures.size, (done, of) =>
      setSaying(`${done} of ${of} pairs of runs are done.`),
    );
    running.current.result.then(
      (paired) => {
        remember(sizeKey(measures), paired);
        confirm();
      },
      (error: Error) => setSaying(error.message),
    );
  };
  const isRunning = saying !== undefined;
  return (
    <div className={styles.buttons}>
      <button
        type="button"
        className={`${controls.primary} ${styles.primary}`}
        disabled={given.length === 0 || isRunning}
        onClick={start}
      >
        Measure and see
      </button>
      <span role="status">{saying}</span>
    </div>
  );
}
