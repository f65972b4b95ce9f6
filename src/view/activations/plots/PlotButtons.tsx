import { Minus, Plus, RotateCcw } from 'lucide-react';
import styles from '../Activations.module.css';
import type { usePanZoom } from './usePanZoom';

/** Buttons that zoom a plot and put its axes back. */
export const PlotButtons = ({ zoom, reset }: Pick<ReturnType<typeof usePanZoom>, 'zoom' | 'reset'>) => (
  <div className={styles.plotButtons}>
    <button type="button" aria-label="Zoom in" onClick={() => zoom(1 / 1.5)}>
      <Plus size={14} aria-hidden="true" />
    </button>
    <button type="button" aria-label="Zoom out" onClick={() => zoom(1.5)}>
      <Minus size={14} aria-hidden="true" />
    </button>
    <button type="button" aria-label="Reset the axes" onClick={reset}>
      <RotateCcw size={13} aria-hidden="true" />
    </button>
  </div>
);
