import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from './find';
import { isRoot, thisMachine } from './machine';

/** How Playwright starts the browser of this machine; throws where there is none. */
export function launchOptions(): LaunchOptions {
  const executablePath = findBrowser(thisMachine);
  if (!executablePath) throw new Error('There is no browser yet: npm run browser gets one.');
  return {
    executablePath,
    chromiumSandbox: !isRoot,
    args: [
      '--disable-gpu',
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
    ],
  };
}
