import { spawnSync } from 'node:child_process';
import { pythonWith } from '../../../scripts/python/find';

/** A Python that has NumPy; undefined where there is none on this machine, and its tests are skipped. */
export const python: string | undefined = pythonWith('numpy');

/** What a Python program prints and complains of. */
export function runPython(
  code: string,
  program = python,
): { status: number | null; stdout: string; stderr: string } {
  if (!program) throw new Error('there is no Python with NumPy here');
  return spawnSync(program, ['-'], { input: code, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}
