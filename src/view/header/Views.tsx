import { type ViewName, viewNames } from '../../state/view';
import controls from '../controls/controls.module.css';
import { useActions, useStore } from '../store';
import styles from './Header.module.css';

const labels: Record<ViewName, string> = {
  learn: 'Learn',
  step: 'Step',
  compare: 'Compare',
  activations: 'Activations',
  mine: 'Check mine',
};

/** The views of the page, one of which is shown. */
export function Views() {
  const current = useStore((state) => state.view);
  const { setView } = useActions();
  return (
    <nav className={`${controls.segmented} ${styles.views}`} aria-label="Views">
      {viewNames.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={view === current ? 'page' : undefined}
          onClick={() => setView(view)}
        >
          {labels[view]}
        </button>
      ))}
    </nav>
  );
}
