import { useMemo, useSyncExternalStore } from 'react';
import { usePanels } from '../state/shown/panels';
import { type Layout, layoutOf } from './layout';
import { useDisplay } from './store';

/** The window's size, remembered until it may have changed: to ask for it makes the browser lay out all changes so far. */
let size: string | undefined;

const sizeOfWindow = (): string => `${window.innerWidth}x${window.innerHeight}`;

function sizeNow(): string {
  size ??= sizeOfWindow();
  return size;
}

function forget(): void {
  size = undefined;
}

function onResize(changed: () => void): () => void {
  const resized = () => {
    forget();
    changed();
  };
  // What was remembered while nobody listened may be out of date, and so it will be after the end.
  forget();
  window.addEventListener('resize', resized);
  return () => {
    forget();
    window.removeEventListener('resize', resized);
  };
}

/** The layout for the window as it is now, with what is folded away. */
export function useLayout(): Layout {
  const [width = 0, height = 0] = useSyncExternalStore(onResize, sizeNow, sizeOfWindow)
    .split('x')
    .map(Number);
  const hidden = usePanels((state) => state.hidden);
  const presenting = useDisplay((state) => state.presenting);
  return useMemo(() => layoutOf(width, height, { hidden, presenting }), [width, height, hidden, presenting]);
}
