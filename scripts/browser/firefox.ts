import { posix, win32 } from 'node:path';
import { type Machine, thisMachine } from './machine';

/** What the search for Firefox asks of a machine. */
type Asked = Pick<Machine, 'platform' | 'env' | 'works' | 'onPath'>;

/** Where the installers of macOS and Windows put it. */
function usualPlaces({ platform, env }: Asked): string[] {
  if (platform === 'darwin')
    return ['/', env.HOME ?? '/'].map((home) =>
      posix.join(home, 'Applications/Firefox.app/Contents/MacOS/firefox'),
    );
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => win32.join(folder, 'Mozilla Firefox\\firefox.exe'));
  return ['/snap/bin/firefox'];
}

/**
 * The file of an installed Firefox: the one that FIREFOX_PATH names, else one on PATH, else one in a usual place.
 * Undefined where there is none.
 */
export function findFirefox(machine: Asked = thisMachine): string | undefined {
  const { FIREFOX_PATH } = machine.env;
  return [
    FIREFOX_PATH,
    machine.onPath('firefox'),
    machine.onPath('firefox-esr'),
    ...usualPlaces(machine),
  ].find((file) => file !== undefined && machine.works(file));
}
