import { ZoomIn, ZoomOut } from 'lucide-react';
import { useDisplay, useDisplayActions } from '../store';
import { Legend } from './Legend';
import styles from './Stage.module.css';

/** Under the picture: what its colours mean, and how large it is drawn. */
export function StageBar() {
  const numbers = useDisplay((state) => state.numbers);
  const { setNumbers } = useDisplayActions();
  const Icon = numbers ? ZoomOut : ZoomIn;
  return (
    <div className={styles.bar}>
      <Legend />
      <button
        type="button"
        className={styles.zoom}
        aria-pressed={numbers}
        onClick={() => setNumbers(!numbers)}
        title={numbers ? 'Fit the whole network' : 'Enlarge the cells until their numbers fit'}
      >
        <Icon size={14} aria-hidden="true" /> Numbers
      </button>
    </div>
  );
}
