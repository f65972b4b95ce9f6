import { spawnSync } from 'node:child_process';
import { environment, pythons, pythonWith } from './find';

const runs = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** Installs a module into a virtual environment of ours, which leaves the machine's Python as it is. */
function intoEnvironment(module: string): boolean {
  const python = pythons()[0];
  if (!python) return false;
  console.log(`Installing ${module} into a virtual environment …`);
  const made = runs(python, '-m', 'venv', environment);
  const own = pythons()[0];
  return made && own !== undefined && runs(own, '-m', 'pip', 'install', '--quiet', module);
}

/** On Debian, and as root, as on many build machines: the system's own package. */
function fromDebian(module: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  console.log(`Installing Debian's python3-${module} …`);
  const install = ['install', '--yes', '--no-install-recommends', `python3-${module}`];
  return runs('apt-get', ...install) || (runs('apt-get', 'update') && runs('apt-get', ...install));
}

/** Sees to it that some Python here can import a module; undefined where that cannot be had. */
export function getPythonWith(module: string): string | undefined {
  return (
    pythonWith(module) ??
    ((intoEnvironment(module) && pythonWith(module)) ||
      (fromDebian(module) && pythonWith(module)) ||
      undefined)
  );
}
