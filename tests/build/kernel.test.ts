import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelModule } from '../../src/core/math/kernel/module';
import { built, firstLoad, scripts } from './dist';

const hasKernel = (path: string): boolean => built(path).includes(kernelModule.slice(0, 60));

test('each thread brings the kernel of the matrix product, and the page has it come after its first load', () => {
  const threads = readdirSync(new URL('../../dist/assets/', import.meta.url))
    .filter((name) => name.startsWith('worker-'))
    .map((name) => `assets/${name}`);
  expect(threads.length).toBeGreaterThan(3);
  expect(threads.filter((path) => !hasKernel(path))).toEqual([]);
  expect(scripts().filter(hasKernel)).toHaveLength(1);
  expect(firstLoad().filter(hasKernel)).toEqual([]);
});
