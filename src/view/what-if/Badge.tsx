import { TriangleAlert, Undo2 } from 'lucide-react';
import { putAllBack } from '../../state/what-if/edits';
import type { Mode } from '../layout';
import { useActions } from '../store';
import styles from './Badge.module.css';

/** That the caches were changed by hand, and the way back. */
export function Badge({ mode }: { mode: Mode }) {
  const { edit } = useActions();
  return (
    <div className={styles.badge} data-mode={mode}>
      <TriangleAlert size={15} aria-hidden="true" />
      <span className={styles.words}>Cache tampered with</span>
      <button
        type="button"
        aria-label="Put the cache back"
        title="Put the cache back as the way forward left it"
        onClick={() => edit(putAllBack)}
      >
        <Undo2 size={14} aria-hidden="true" /> <span className={styles.words}>Put it back</span>
      </button>
    </div>
  );
}
