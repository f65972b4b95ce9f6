import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useTheme } from '../state/shown/theme';
import type { ThemeName } from './stage/paint/colours';

/** Whom to tell that the system has another theme. */
const told = new Set<() => void>();

let isDark: boolean | undefined;

/**
 * Whether the system is dark: asked once for all that is painted, since the browser watches each that asks, and then
 * known from what it tells alone. A change that is read before it is told of would never be told of.
 */
function systemIsDark(): boolean {
  if (isDark !== undefined) return isDark;
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  isDark = query.matches;
  query.addEventListener('change', ({ matches }) => {
    isDark = matches;
    for (const tell of told) tell();
  });
  return isDark;
}

function onSystemChange(changed: () => void): () => void {
  told.add(changed);
  return () => told.delete(changed);
}

/** The theme that is shown: the one chosen, or the system's. */
export function useThemeName(): ThemeName {
  const { theme } = useTheme();
  const dark = useSyncExternalStore(onSystemChange, systemIsDark, () => false);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}

/** Puts the theme that is shown on the page. */
export function useThemeOnPage(): void {
  const name = useThemeName();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = name;
  }, [name]);
}
