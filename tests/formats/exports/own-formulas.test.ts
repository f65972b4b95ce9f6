import { describe, expect, it } from 'vitest';
import type { Own } from '../../../src/core/activations';
import type { KeepRuleName } from '../../../src/core/model/keep-rules';
import { record } from '../../../src/core/pass/record';
import { numpySections, scriptOf } from '../../../src/formats/exports/numpy-script';
import { torchScript } from '../../../src/formats/exports/torch/script';
import { functions } from '../../../src/formats/formula/functions';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { setAllKeeps, setFormula, setPrecision } from '../../../src/state/choice/edits';
import { defineFormula } from '../../../src/state/choice/formulas';
import { modelOf } from '../../../src/state/choice/model-of';
import { python } from './python';
import { runScripts } from './run-scripts';

/** A pass of the first network, with a formula in its first two layers. */
async function passOf(own: Own, precision: Choice['precision'], keep: KeepRuleName) {
  await defineFormula(own);
  const edits = [
    setFormula(1, 'my own', own),
    setFormula(2, 'my own', own),
    setAllKeeps(keep),
    setPrecision(precision),
  ];
  return record(modelOf(edits.reduce((choice, edit) => edit(choice), firstChoice)));
}

/** Formulas that many would write, and one with every function that neither jumps nor bends. */
const smooth: readonly string[] = [
  'z * tanh(softplus(z))',
  'z / (1 + exp(-z))',
  '0.5 * z * (1 + erf(z / sqrt(2)))',
  'exp(-z^2)',
  'z - z^3 / 6 + 2^z',
  '3 * z',
  'z * Phi(z) + phi(z)',
  Array(120).fill('z').join('+'),
  Array(30).fill('(z+1)').join('*'),
  ...Object.keys(functions)
    .filter((name) => !['pow', 'max', 'min', 'abs', 'sign', 'floor', 'ceil', 'round'].includes(name))
    .map((name) =>
      ['acosh'].includes(name)
        ? `${name}(2 + z^2)`
        : /^(asin|acos|atanh)$/.test(name)
          ? `${name}(z / (2 + z^2))`
          : `${name}(1.5 + 0.1 * sin(z))`,
    ),
];

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
      const given: readonly Own[] = [
        { formula: 'tanh(z)', slope: '1 - tanh(z)^2', slopeFromA: '1 - a^2' },
        { formula: 'tanh(z)', slope: 'z > 0 ? 1 : 0.5', slopeFromA: 'max(a, 0.25)' },
      ];
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
  it('is no script where it jumps or bends, or where nothing hangs on z', async () => {
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
