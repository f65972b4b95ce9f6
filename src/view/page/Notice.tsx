import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import controls from '../controls/controls.module.css';
import { useActions, useStore } from '../store';
import styles from './Notice.module.css';

/** How long a sentence stands that only says that something was done, in ms: to read it twice. */
const PASSES_AFTER = 7000;

/** Sentences for the user, until they are dismissed, and what can be done about them. */
export function Notice() {
  const notice = useStore((state) => state.notice);
  const offer = useStore((state) => state.offer);
  const passing = useStore((state) => state.notice !== undefined && state.passing === state.notice);
  const { notify, open } = useActions();
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => notify(undefined), PASSES_AFTER);
    return () => clearTimeout(timer);
  }, [passing, notify]);
  return (
    <div className={styles.place}>
      <div role="alert">
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
      <Working />
    </div>
  );
}

/** How long a pass is worked out before the page says so, in ms: what is there in a blink needs no words. */
const BLINK = 200;

/** How far a large pass is, and the way to stop it. */
function Working() {
  const done = useStore((state) => state.pending?.done);
  const { stop } = useActions();
  const isPending = done !== undefined;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setLong(true), BLINK);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isPending]);
  return (
    <div role="status" data-working={isPending || undefined}>
      {isPending && isLong && (
        <div className={styles.notice}>
          <div className={styles.words}>
            <p>This network is large. The page works it out, and until then shows what it showed before.</p>
            <progress aria-label="Worked out" value={done} max={1} />
          </div>
          <button type="button" className={controls.button} onClick={stop}>
            Stop
          </button>
        </div>
      )}
    </div>
  );
}
