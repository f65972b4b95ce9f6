import type { Standing } from '../../state/checks';
import controls from '../controls/controls.module.css';
import styles from './Checks.module.css';
import type { Checked } from './useChecks';

/** What can be done about checks that take long, have paused, were stopped or could not be run. */
export function Running({ standing, ...acts }: Checked) {
  const { state, long, slopes, sentence } = standing;
  const act = actOf(standing, acts);
  return (
    <>
      {sentence && <p className={styles.note}>{sentence}</p>}
      {acts.asks && (
        <p className={styles.note}>This pass is large: to check it takes a while, and much memory.</p>
      )}
      {act && (
        <div className={styles.running}>
          {state === 'running' && long && (
            <progress
              aria-label="Parameters checked"
              {...(slopes && { max: slopes.total, value: slopes.done })}
            />
          )}
          <button type="button" className={controls.button} onClick={act.run}>
            {act.label}
          </button>
        </div>
      )}
    </>
  );
}

/** One button in one place, so that who pressed it by a key can press what it has become. */
function actOf({ state, long }: Standing, { asks, stop, goOn, again }: Omit<Checked, 'standing'>) {
  if (asks) return { label: 'Check', run: again };
  if (state === 'running') return long ? { label: 'Stop', run: stop } : undefined;
  if (state === 'paused') return { label: 'Go on', run: goOn };
  if (state === 'stopped' || state === 'failed') return { label: 'Check again', run: again };
  return undefined;
}
