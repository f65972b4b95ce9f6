import { X } from 'lucide-react';
import { useStore } from '../state/store';
import controls from './controls/controls.module.css';
import styles from './Notice.module.css';

/** A sentence for the user, until it is dismissed. */
export function Notice() {
  const notice = useStore((state) => state.notice);
  const { notify } = useStore.getState();
  return (
    <div className={styles.place} role="alert">
      {notice !== undefined && (
        <div className={styles.notice}>
          <p>{notice}</p>
          <button
            type="button"
            className={controls.icon}
            aria-label="Dismiss"
            onClick={() => notify(undefined)}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
