import { nameOf } from '../../state/choice/choice';
import { useDisplayActions, useStore } from '../store';
import styles from './Header.module.css';

/** What network is shown, as a way to its data. */
export function NetworkButton() {
  const name = useStore((state) => nameOf(state.choice));
  const { openSheet } = useDisplayActions();
  return (
    <button
      type="button"
      className={styles.network}
      aria-label={`Network: ${name}`}
      title={name}
      onClick={() => openSheet({ of: 'editor' })}
    >
      {name}
    </button>
  );
}
