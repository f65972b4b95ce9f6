import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** The packages of a lock file by the folder that each is installed in; none where there is no such file. */
const packagesOf = (path) => {
  const file = new URL(path, root);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
};

/**
 * Installs what the lock file names and node_modules lacks, exactly as it is pinned. Plain JavaScript, because it
 * runs before there is anything to run TypeScript with. Ends the process with npm's own code where npm fails.
 */
export function installMissing() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const isMissing = ([folder, { version, optional }]) =>
    folder !== '' && !optional && installed[folder]?.version !== version;
  if (!Object.entries(packagesOf('package-lock.json')).some(isMissing)) return;
  console.log('Installing what is missing …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
