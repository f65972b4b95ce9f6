import type { Trace } from '../../core/pass/trace';
import { passMoves } from '../../state/moves';
import controls from '../controls/controls.module.css';
import { useMoves } from '../timeline/useMoves';
import styles from './Inspector.module.css';

/** What to expect, before the first step. */
export function Welcome({ trace }: { trace: Trace }) {
  const { move } = useMoves(passMoves);
  return (
    <>
      <p className={styles.kicker}>Before the first step</p>
      <h2>Are we caching Z for backprop only for relu?</h2>
      <p className={styles.sentence} role="status">
        Going forward, each layer keeps something for the way back: a linear_cache with A_prev, W and b, and
        an activation_cache. Step through the {trace.steps.length} steps of one pass and see which of it is
        read.
      </p>
      <p className={styles.insight}>
        Then let a layer keep A instead of Z, or nothing, and pick other activations: the step stays where it
        is. Pick any cell to see its sum; change one in a cache, and see who notices.
      </p>
      <button type="button" className={controls.button} onClick={() => move('next')}>
        Take the first step
      </button>
      <p className={styles.sentence}>
        An amber ring and line: read. A double green ring: written. Dotted: not computed yet. Faded: freed.
        Hatched: kept, and never read.
      </p>
    </>
  );
}
