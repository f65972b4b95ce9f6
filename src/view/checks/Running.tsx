import controls from '../controls/controls.module.css';
import styles from './Checks.module.css';
import type { Checked } from './useChecks';

/** What can be done about checks that take long, have paused, were stopped or could not be run. */
export function Running({ standing, stop, goOn, again }: Checked) {
  const { state, long, slopes, sentence } = standing;
  switch (state) {
    case 'running':
      if (!long) return null;
      return (
        <div className={styles.running}>
          <progress
            aria-label="Parameters checked"
            {...(slopes && { max: slopes.total, value: slopes.done })}
          />
          <Act label="Stop" onClick={stop} />
        </div>
      );
    case 'paused':
      return <Act label="Go on" onClick={goOn} />;
    case 'stopped':
      return <Act label="Check again" onClick={again} />;
    case 'failed':
      return (
        <>
          <p className={styles.note} role="status">
            {sentence}
          </p>
          <Act label="Check again" onClick={again} />
        </>
      );
    default:
      return null;
  }
}

function Act({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={controls.button} onClick={onClick}>
      {label}
    </button>
  );
}
