import { describe, expect, it } from 'vitest';
import { pythonWith } from '../../scripts/python/find';
import type { Own } from '../../src/core/activations';
import { type KeepRuleName, keepRuleNames } from '../../src/core/model/keep-rules';
import { torchScript } from '../../src/formats/exports/torch/script';
import { listingsOf } from '../explain/code/listings';
import { given, passOf, smooth } from '../formats/exports/own-formulas';
import { runScripts } from '../formats/exports/run-scripts';
import { checkedIn, counted, wrong } from './check-listings';

/** The keep rules in turn, so that each comes to stand beside many formulas. */
const keepAt = (i: number): KeepRuleName => keepRuleNames[i % keepRuleNames.length]!;

describe('the PyTorch script of a network with an activation that somebody wrote, under PyTorch', () => {
  it('has the numbers of the page, and autograd its gradients, in both precisions', async () => {
    const scripts: Record<string, string> = {};
    for (const [i, formula] of smooth.entries())
      for (const precision of ['float32', 'float64'] as const) {
        const trace = await passOf({ formula }, precision, keepAt(i));
        scripts[`f${i}_${precision}`] = torchScript(trace, formula)!.join('');
      }
    const outcomes = runScripts(scripts, { program: pythonWith('torch'), mutate: true });
    const errors = Object.entries(outcomes).flatMap(([name, { error }]) =>
      error === undefined ? [] : [`${name} ${smooth[Number(/\d+/.exec(name)![0])]}: ${error}`],
    );
    expect(errors).toEqual([]);
    expect(smooth.length).toBeGreaterThanOrEqual(40);
    const all = Object.values(outcomes);
    const tried = all.reduce((sum, each) => sum + each.tried, 0);
    const unnoticed = all.reduce((sum, each) => sum + each.unnoticed.length, 0);
    expect(tried).toBeGreaterThan(1000);
    expect(unnoticed / tried).toBeLessThan(0.02);
  });
});

/** The layers of passes with formulas, by hand, as listings. */
async function layersIn(language: 'torch' | 'jax', owns: readonly Own[]): Promise<string[]> {
  const found = new Set<string>();
  for (const [i, own] of owns.entries())
    for (const keep of [keepAt(i), keepAt(i + 1)])
      for (const text of listingsOf(await passOf(own, 'float64', keep), language))
        if (/^(class Layer|def layer\()/m.test(text)) found.add(text);
  return [...found];
}

const [rightlyGiven] = given;

const owns: readonly Own[] = [...smooth.map((formula) => ({ formula })), rightlyGiven!];

describe.each(['torch', 'jax'] as const)('the listing of such a layer in %s', (language) => {
  it.skipIf(!pythonWith(language))(
    'has the formula and its slope written out, and is a vector-Jacobian product',
    async () => {
      const layers = await layersIn(language, owns);
      const outcomes = checkedIn(language, { layer: layers });
      expect(wrong(outcomes)).toEqual([]);
      expect(counted(outcomes, 'layer')).toBeGreaterThanOrEqual(40);
      for (const text of layers) expect(text).not.toMatch(/my_own\(|my_own_slope/);
    },
  );
});
