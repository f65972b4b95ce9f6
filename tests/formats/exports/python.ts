import { spawnSync } from 'node:child_process';

const run = (program: string, input: string) =>
  spawnSync(program, ['-'], { input, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });

/** A Python that has NumPy; undefined where there is none on this machine, and its tests are skipped. */
export const python: string | undefined = ['python3', 'python'].find(
  (program) => run(program, 'import numpy').status === 0,
);

/** What a Python program prints and complains of. */
export function runPython(code: string): { status: number | null; stdout: string; stderr: string } {
  if (!python) throw new Error('there is no Python with NumPy here');
  return run(python, code);
}
