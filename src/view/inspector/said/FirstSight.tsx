import { passMoves } from '../../../state/moves';
import { selectFrame } from '../../../state/selectors';
import { adviceOn, isFirstSight } from '../../../state/shown/first-sight';
import controls from '../../controls/controls.module.css';
import { useStore } from '../../store';
import { useMoves } from '../../timeline/useMoves';
import inspector from '../Inspector.module.css';
import styles from './FirstSight.module.css';
import { Ways } from './Ways';

/** What the signs of the stage are. */
const LEGEND = 'Amber ring: read. Double green ring: written. Faded: freed. Hatched: kept, and never read.';

/** What to do at first sight, and before the first step; nothing at other times. */
export function FirstSight() {
  const { step } = useStore(selectFrame);
  const first = useStore((state) => isFirstSight(state.position));
  const advice = useStore(({ choice }) => adviceOn(choice));
  const { move } = useMoves(passMoves);
  if (!step)
    return (
      <>
        <p className={inspector.hint}>Dotted: not computed yet. {LEGEND}</p>
        <button type="button" className={controls.button} onClick={() => move('next')}>
          Take the first step
        </button>
      </>
    );
  if (!first) return null;
  return (
    <div className={styles.ways}>
      <p className={styles.plain}>{advice}</p>
      <div className={styles.buttons}>
        <Ways />
      </div>
      <p className={inspector.hint}>{LEGEND}</p>
    </div>
  );
}
