import { sentenceOf } from '../../explain/sentences';
import { isFirstSight } from '../../state/first-sight';
import { passMoves } from '../../state/moves';
import { selectFrame, selectTrace } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { useActions, useStore } from '../store';
import { useMoves } from '../timeline/useMoves';
import styles from './Inspector.module.css';
import { Sentence } from './Sentence';

/** What to do at first sight, and before the first step; nothing at other times. */
export function FirstSight() {
  const trace = useStore(selectTrace);
  const { step } = useStore(selectFrame);
  const first = useStore((state) => isFirstSight(state.position));
  const { move, togglePlaying } = useMoves(passMoves);
  const { setView } = useActions();
  const fromTheStart = () => {
    move('first');
    togglePlaying();
  };
  if (!step)
    return (
      <>
        <p className={styles.hint}>
          Amber ring and line: read. Double green ring: written. Dotted: not computed yet. Faded: freed.
          Hatched: kept, and never read.
        </p>
        <button type="button" className={controls.button} onClick={() => move('next')}>
          Take the first step
        </button>
      </>
    );
  if (!first) return null;
  return (
    <div className={styles.ways}>
      <p className={styles.plain}>
        <Sentence of={sentenceOf(step, trace)} /> Let layer 1 keep A instead, or pick another activation, and
        see what is read then.
      </p>
      <div className={styles.buttons}>
        <button type="button" className={controls.button} onClick={fromTheStart}>
          How did we get here?
        </button>
        <button type="button" className={controls.button} onClick={() => setView('learn')}>
          Lessons
        </button>
      </div>
    </div>
  );
}
