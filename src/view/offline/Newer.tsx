import { useEffect, useState } from 'react';
import controls from '../controls/controls.module.css';
import styles from './Newer.module.css';
import { keepPage, type ShowNewer } from './newer';

/** Keeps the page for times without a connection, and offers a newer one once it is ready; it never comes unasked. */
export function Newer() {
  const [show, setShow] = useState<ShowNewer>();
  useEffect(() => {
    // The development server's page changes at every keystroke of ours.
    if (import.meta.env.PROD) keepPage((showNewer) => setShow(() => showNewer));
  }, []);
  return (
    <div role="status" className={styles.place}>
      {show && (
        <div className={styles.newer}>
          <p>A newer version of this page is ready. Your model and step stay as they are.</p>
          <button type="button" className={controls.button} onClick={show}>
            Reload
          </button>
          <button type="button" className={controls.button} onClick={() => setShow(undefined)}>
            Later
          </button>
        </div>
      )}
    </div>
  );
}
