import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Way } from './get';

const playwright = dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'));

/** Playwright's own download. Its output is kept back: offline it is a page of stack traces about one fact. */
const playwrightDownload: Way = {
  name: "Playwright's own download (some 170 MB)",
  possible: () => true,
  install() {
    spawnSync(process.execPath, [join(playwright, 'cli.js'), 'install', '--no-shell', 'chromium'], {
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
      stdio: 'ignore',
    });
  },
};

function apt(...args: string[]): void {
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) console.error(stderr);
}

/** Debian's package, with one font that has the signs of mathematics; what apt says is shown where it fails. */
const debianPackage: Way = {
  name: "Debian's package",
  possible: (machine) => machine.canInstallDebianPackages,
  install() {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  },
};

/** The ways to a browser, in the order in which they are tried. */
export const ways: readonly Way[] = [playwrightDownload, debianPackage];
