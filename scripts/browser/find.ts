import { posix, win32 } from 'node:path';
import type { Machine } from './machine';

const commands = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where the installers of macOS and Windows put browsers, most wanted first. */
function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin')
    return macApplications.flatMap((name) =>
      ['/', env.HOME ?? '/'].map((home) =>
        posix.join(home, `Applications/${name}.app/Contents/MacOS/${name}`),
      ),
    );
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (it) => it !== undefined,
    );
    return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
  }
  return ['/snap/bin/chromium'];
}

/**
 * The file of an installed browser of the Chromium family: the one that CHROME_PATH or CHROMIUM names, else one
 * on PATH, else one in a usual place, else Playwright's download. Undefined where there is none; throws where
 * the environment names one that does not run.
 */
export function findBrowser(machine: Machine): string | undefined {
  for (const name of ['CHROME_PATH', 'CHROMIUM']) {
    const named = machine.env[name];
    if (!named) continue;
    if (machine.works(named)) return named;
    throw new Error(`${name} names ${named}: expected the file of a Chrome or Chromium that runs.`);
  }
  return [
    ...commands.map((name) => machine.onPath(name)),
    ...usualPlaces(machine),
    machine.playwrightChromium,
  ].find((file) => file !== undefined && machine.works(file));
}
