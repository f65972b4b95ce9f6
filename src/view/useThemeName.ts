import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useTheme } from '../state/theme';
import type { ThemeName } from './stage/paint/colours';

let asked: MediaQueryList | undefined;

/** What the system is asked for its theme by: one for all that is painted, since the browser watches each. */
function systemIsDark(): MediaQueryList {
  asked ??= window.matchMedia('(prefers-color-scheme: dark)');
  return asked;
}

function onSystemChange(changed: () => void): () => void {
  const query = systemIsDark();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The theme that is shown: the one chosen, or the system's. */
export function useThemeName(): ThemeName {
  const { theme } = useTheme();
  const dark = useSyncExternalStore(onSystemChange, () => systemIsDark().matches);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}

/** Puts the theme that is shown on the page. */
export function useThemeOnPage(): void {
  const name = useThemeName();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = name;
  }, [name]);
}
