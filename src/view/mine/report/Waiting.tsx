import controls from '../../controls/controls.module.css';
import said from '../detail/Detail.module.css';
import styles from './Waiting.module.css';

interface Props {
  /** Which share is done, from 0 to 1. */
  readonly done: number;
  readonly isStopped: boolean;
  stop(stopped: boolean): void;
}

/** What is seen while arrays are held against a large pass, and the way to stop that. */
export function Waiting({ done, isStopped, stop }: Props) {
  return (
    <section className={`${said.said} ${styles.waiting}`} data-judging={!isStopped}>
      <p role="status">
        {isStopped
          ? 'Stopped. Your arrays were not checked to the end.'
          : 'Your arrays are held against the pass. For a large network that takes a few minutes; you can go to another view, but then it begins again.'}
      </p>
      {!isStopped && <progress aria-label="Checked" value={done} max={1} />}
      <button type="button" className={controls.button} onClick={() => stop(!isStopped)}>
        {isStopped ? 'Check again' : 'Stop'}
      </button>
    </section>
  );
}
