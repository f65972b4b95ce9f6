import { covering } from '../extent';

/** The windows that the page is made for. */
export const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

type Window = (typeof windows)[number];

/**
 * The windows in which something is looked at that is laid out alike in all of them: one in `npm test`, and another for
 * what is looked at `from` another on; all in `npm run test:all`.
 */
export const windowsFrom = (from: number): Window[] => covering(windows, () => ['a window'], from);

/** The themes of the page. */
export const themes = ['light', 'dark'] as const;

/**
 * The themes in which something is looked at in a window: both in `npm run test:all`. In `npm test` one of them, so that
 * each window and each theme is met, and another for what is looked at `from` another row on.
 */
export function themesIn(window: Window, from: number): (typeof themes)[number][] {
  const rows = windows.flatMap((each) => themes.map((theme) => [each, theme] as const));
  const tried = covering(rows, ([{ width }, theme]) => [width, theme], from);
  return tried.filter(([each]) => each === window).map(([, theme]) => theme);
}
