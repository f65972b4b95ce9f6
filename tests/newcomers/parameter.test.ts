import { expect, it, vi } from 'vitest';
import type { ActivationName } from '../../src/core/activations';
import { record } from '../../src/core/pass/record';
import { numpyActivations } from '../../src/explain/code/numpy/activations';
import { numpySections, scriptOf } from '../../src/formats/exports/numpy-script';
import { modelFrom } from '../core/models';

vi.mock('../../src/core/activations', async (load) => {
  const all = await load<typeof import('../../src/core/activations')>();
  const [{ elementwise }, { join }] = await Promise.all([
    import('../../src/core/activations/elementwise'),
    import('./join'),
  ]);
  const steep = elementwise({
    alpha: 2,
    costs: { g: [1, 1], Z: [3, 1] },
    tex: { g: '\\tanh \\alpha z', slope: { Z: '\\alpha (1 - \\tanh^2 \\alpha z)' } },
    g: (z, alpha) => Math.tanh(alpha * z),
    fromZ: (z, alpha) => alpha * (1 - Math.tanh(alpha * z) ** 2),
  });
  join<unknown>(all.activations, all.activationNames, 'steep', steep);
  return all;
});

it('a parameter of a new activation is handed to its functions in the NumPy script', () => {
  const rows = numpyActivations as Record<string, unknown>;
  rows.steep = { g: 'np.tanh(alpha * Z)', dZ: { Z: ['dA * (alpha * (1 - np.tanh(alpha * Z) ** 2))'] } };
  const trace = record(
    modelFrom({ layers: [{ activation: 'steep' as ActivationName, units: 3 }, { activation: 'sigmoid' }] }),
  );
  const script = scriptOf(numpySections(trace, 'steep')!).join('');
  expect(script).toContain('def steep(Z, alpha):');
  expect(script).toContain('steep(Z1, 2)');
  expect(script).toContain('def steep_backward(dA, Z, alpha):');
  delete rows.steep;
});
