import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from './find';
import { isRoot, thisMachine } from './machine';

/**
 * What the browser does without. Each window would make two pages of its own for suggestions at the address that nobody
 * types, which take it nearly as long as ours. The list stands in the place of Playwright's, whose entries are said
 * again: they keep the browser from asking anybody for anything by itself.
 */
const without = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AimEnabled', 'PreconnectToSearch', 'OptimizationHints', 'MediaRouter', 'NetworkTimeServiceQuerying'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'DestroyProfileOnBrowserClose'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  'AvoidCorsURLLoaderRestartOnRedirect',
  // Beside each page a process would be kept ready for a next one: a twentieth of what it takes to open ours.
  'SpareRendererForSitePerProcess',
];

/** How Playwright starts the browser of this machine; throws where there is none. */
export function launchOptions(): LaunchOptions {
  const executablePath = findBrowser(thisMachine);
  if (!executablePath) throw new Error('There is no browser yet: npm run browser gets one.');
  return {
    executablePath,
    chromiumSandbox: !isRoot,
    args: ['--disable-gpu', `--disable-features=${without.join(',')}`],
  };
}
