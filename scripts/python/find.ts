import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The virtual environment that `get.ts` makes where no Python of the machine has what is needed. */
export const environment = fileURLToPath(new URL('../../.cache/python/', import.meta.url));

const inEnvironment = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python';

/** Where a Python may be: first our own, then the one that is called so, then the system's. */
const candidates = [`${environment}${inEnvironment}`, 'python3', 'python', '/usr/bin/python3'];

/** The Pythons of this machine, whatever they have. */
export const pythons = (): string[] =>
  candidates.filter((python) => spawnSync(python, ['--version']).status === 0);

/** A Python that can import a module; undefined where there is none on this machine. */
export const pythonWith = (module: string): string | undefined =>
  pythons().find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);
