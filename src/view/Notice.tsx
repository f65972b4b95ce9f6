import { X } from 'lucide-react';
import controls from './controls/controls.module.css';
import styles from './Notice.module.css';
import { useActions, useStore } from './store';

/** Sentences for the user, until they are dismissed, and what can be done about them. */
export function Notice() {
  const notice = useStore((state) => state.notice);
  const offer = useStore((state) => state.offer);
  const { notify, open } = useActions();
  return (
    <div className={styles.place} role="alert">
      {notice !== undefined && (
        <div className={styles.notice}>
          <div className={styles.words}>
            {notice.split('\n').map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {offer?.notice === notice && (
              <button
                type="button"
                className={controls.button}
                onClick={() => void open(offer.file, offer.how)}
              >
                {offer.label}
              </button>
            )}
          </div>
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
