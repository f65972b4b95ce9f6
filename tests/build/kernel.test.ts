import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelModule } from '../../src/core/math/kernel/module';
import { shadeModule } from '../../src/view/stage/paint/kernel/module';
import { built, firstLoad, scripts } from './dist';

const holds =
  (module: string) =>
  (path: string): boolean =>
    built(path).includes(module.slice(0, 60));

const hasKernel = holds(kernelModule);

const hasShader = holds(shadeModule);

test('each thread brings the kernel of the matrix product, and the page has it come after its first load', () => {
  const threads = readdirSync(new URL('../../dist/assets/', import.meta.url))
    .filter((name) => name.startsWith('worker-'))
    .map((name) => `assets/${name}`);
  expect(threads.length).toBeGreaterThan(3);
  expect(threads.filter((path) => !hasKernel(path))).toEqual([]);
  expect(scripts().filter(hasKernel)).toHaveLength(1);
  expect(firstLoad().filter(hasKernel)).toEqual([]);
});

test('the page has the shader of heatmaps come after its first load', () => {
  expect(scripts().filter(hasShader)).toHaveLength(1);
  expect(firstLoad().filter(hasShader)).toEqual([]);
});
