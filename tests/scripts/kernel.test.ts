import { expect, it } from 'vitest';
import { compiledKernel } from '../../scripts/build/kernel';
import { kernelModule } from '../../src/core/math/kernel/module';

it('the module in the source is what kernel.wat compiles to: npm run kernel writes it', async () => {
  expect(kernelModule).toBe(Buffer.from(await compiledKernel()).toString('base64'));
});

it('the module is as small as every browser compiles at once', () => {
  expect(atob(kernelModule).length).toBeLessThan(4096);
});
