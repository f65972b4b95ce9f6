import { findBrowser } from './find';
import type { Machine } from './machine';

/** A way to install a browser. */
export interface Way {
  readonly name: string;
  possible(machine: Machine): boolean;
  /** Tries it; whether it worked is seen by searching again. */
  install(): void;
}

/**
 * The file of a browser: one that is there, else one that the first way that works brings, in the order given.
 * `say` hears what is tried. Throws one sentence on what to install where no way works.
 */
export function getBrowser(machine: Machine, ways: readonly Way[], say: (line: string) => void): string {
  const found = findBrowser(machine);
  if (found) return found;
  for (const way of ways.filter((it) => it.possible(machine))) {
    say(`No Chrome or Chromium here: trying ${way.name} …`);
    way.install();
    const installed = findBrowser(machine);
    if (installed) return installed;
    say('That did not bring one.');
  }
  throw new Error(
    'The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to the file of one that is installed.',
  );
}
