import { describe, expect, it } from 'vitest';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { torchScript } from '../../../src/formats/exports/torch/script';
import { given, passOf, smooth } from './own-formulas';
import { python } from './python';
import { runScripts } from './run-scripts';

describe.skipIf(!python)(
  'the NumPy script of a network with an activation that somebody wrote',
  { timeout: 120_000 },
  () => {
    it('has the numbers of the page, whatever is kept, in both precisions', async () => {
      const scripts: Record<string, string> = {};
      for (const [i, formula] of smooth.entries())
        for (const precision of ['float32', 'float64'] as const) {
          const keep = (['Z', 'none', 'slope'] as const)[i % 3]!;
          const sections = numpySections(await passOf({ formula }, precision, keep), formula);
          scripts[`f${i}_${precision}`] = scriptOf(sections!).join('');
        }
      const outcomes = runScripts(scripts, { program: python, mutate: true });
      const errors = Object.entries(outcomes).flatMap(([name, { error }]) =>
        error === undefined ? [] : [`${name} ${smooth[Number(/\d+/.exec(name)![0])]}: ${error}`],
      );
      expect(errors).toEqual([]);
      const all = Object.values(outcomes);
      const tried = all.reduce((sum, each) => sum + each.tried, 0);
      const unnoticed = all.reduce((sum, each) => sum + each.unnoticed.length, 0);
      expect(tried).toBeGreaterThan(1000);
      expect(unnoticed / tried).toBeLessThan(0.02);
    });

    it('runs with the slopes that somebody gave, right or wrong', async () => {
      const scripts: Record<string, string> = {};
      for (const [i, own] of given.entries())
        for (const keep of ['Z', 'A', 'ZA'] as const)
          scripts[`g${i}_${keep}`] = scriptOf(numpySections(await passOf(own, 'float64', keep), 'x')!).join(
            '',
          );
      const outcomes = runScripts(scripts, { program: python });
      expect(Object.values(outcomes).map(({ error }) => error)).toEqual(Array(6).fill(undefined));
    });
  },
);

describe('an activation that somebody wrote', () => {
  it('is no script where it jumps or bends, or where nothing depends on z', async () => {
    for (const formula of ['max(z, 0)', 'abs(z)', 'z > 0 ? z : 0.1 * z', 'z * sign(z)', '2']) {
      const trace = await passOf({ formula }, 'float64', 'Z');
      expect(numpySections(trace, 'x'), formula).toBeUndefined();
      expect(torchScript(trace, 'x'), formula).toBeUndefined();
    }
  });

  it('is autograd’s where its slope is the one that there is, and not where somebody gave one', async () => {
    const trace = await passOf({ formula: 'z * tanh(z)' }, 'float64', 'Z');
    expect(torchScript(trace, 'x')!.join('')).toContain('Z1 * torch.tanh(Z1)');
    const given = await passOf({ formula: 'z * tanh(z)', slope: '1' }, 'float64', 'Z');
    expect(torchScript(given, 'x')).toBeUndefined();
  });
});
