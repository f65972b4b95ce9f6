import { useEffect, useRef } from 'react';
import { afterDrawing } from '../../state/address/after-drawing';
import { type ViewName, viewNames } from '../../state/shown/view';
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
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where there is no room for all, the one that is shown comes in sight.
  useEffect(() => {
    // Where something stands has to be worked out for it: before the picture that would be done twice.
    const callOff = afterDrawing(() =>
      nav.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' }),
    );
    return () => void callOff();
  }, [current]);
  return (
    <nav ref={nav} className={`${controls.segmented} ${styles.views}`} aria-label="Views">
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
