import { describe, expect, it } from 'vitest';
import { compiled, kernels } from '../../scripts/build/kernel';
import { kernelModule } from '../../src/core/math/kernel/module';
import { shadeModule } from '../../src/view/stage/paint/kernel/module';

const modules = { kernelModule, shadeModule };

describe.each(Object.entries(kernels))('the %s in the source', (name, kernel) => {
  const module = modules[name as keyof typeof modules];

  it('is what its source compiles to: npm run kernel writes it', async () => {
    expect(module).toBe(Buffer.from(await compiled(kernel)).toString('base64'));
  });

  it('is as small as every browser compiles at once', () => {
    expect(atob(module).length).toBeLessThan(4096);
  });
});
