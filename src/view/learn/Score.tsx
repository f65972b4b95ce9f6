import { linkOf } from '../../state/address/shared-link';
import controls from '../controls/controls.module.css';
import { useStoreApi } from '../store';
import { copy } from './beat/copy';
import styles from './Lesson.module.css';

/** How many predictions were right, and a way to tell others, with a link that asks them too. */
export function Score({ asked, right }: { asked: number; right: number }) {
  const store = useStoreApi();
  if (asked === 0) return <span />;
  const share = () => {
    const state = store.getState();
    const { hash } = linkOf(state.choice, 'start', state);
    const link = new URL(hash, window.location.href).href;
    const text = `I predicted ${right} of ${asked} backward steps on Cacheback: ${link}`;
    void copy(text, 'Your score is copied, with a link that asks the same of others.', state.notify);
  };
  return (
    <span className={styles.score}>
      <strong>
        {right} of {asked}
      </strong>{' '}
      right{' '}
      <button type="button" className={controls.button} onClick={share}>
        Share score
      </button>
    </span>
  );
}
