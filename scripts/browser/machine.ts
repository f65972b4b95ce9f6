import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What the search for a browser asks of a machine, so that tests can pose as any. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Root on Debian or a child of it: Debian's packages can be installed. */
  readonly canInstallDebianPackages: boolean;
  /** Where Playwright keeps the Chromium that it downloads, downloaded or not. */
  readonly playwrightChromium: string;
  /** Whether a file is there and runs. */
  works(file: string): boolean;
  /** The file that a command name stands for on PATH. */
  onPath(name: string): string | undefined;
}

/** Whether the user is root, whom Chromium's sandbox refuses. */
export const isRoot = process.getuid?.() === 0;

const onPath = (name: string): string | undefined =>
  process.env.PATH?.split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  canInstallDebianPackages: isRoot && existsSync('/etc/debian_version') && onPath('apt-get') !== undefined,
  playwrightChromium: chromium.executablePath(),
  // On Windows --version would open a window. Elsewhere it tells a browser from Ubuntu's stub for its snap, and
  // from a download that lacks system libraries.
  works: (file) =>
    existsSync(file) && (process.platform === 'win32' || spawnSync(file, ['--version']).status === 0),
  onPath,
};
