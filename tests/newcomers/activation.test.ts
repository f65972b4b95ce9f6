import { describe, expect, it, vi } from 'vitest';
import { plans } from '../../src/compare/plans';
import { type ActivationName, activationNames, activationOf } from '../../src/core/activations';
import { compareRules } from '../../src/core/checks/rules';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { sizesOf } from '../../src/core/model/model';
import { frameAt } from '../../src/core/pass/frames/frame';
import { record } from '../../src/core/pass/record';
import { verdictOf } from '../../src/core/verdict/verdict';
import { numpyActivations } from '../../src/explain/code/numpy/activations';
import { torchActivations } from '../../src/formats/exports/torch/activations';
import { firstChoice, storedChoice } from '../../src/state/choice/choice';
import { setActivation } from '../../src/state/choice/edits';
import { readChoice } from '../../src/state/choice/read';
import { stageGeometry } from '../../src/view/stage/layout/fit';
import { checked } from '../core/checks/shown';
import { keeping, modelFrom } from '../core/models';
import { arctan } from './arctan';
import * as told from './told';

vi.mock('../../src/core/activations', async (load) => {
  const all = await load<typeof import('../../src/core/activations')>();
  const [{ arctan }, { join }] = await Promise.all([import('./arctan'), import('./join')]);
  join<unknown>(all.activations, all.activationNames, 'arctan', arctan);
  return all;
});

const name = 'arctan' as ActivationName;
const model = modelFrom({ layers: [{ activation: name, units: 3 }, { activation: name }] });
const trace = record(model);

describe('arctan, one object in the record of activations', () => {
  it('is in the lists, and found by its name', () => {
    expect(activationNames).toContain('arctan');
    expect(activationOf(name)).toBe(arctan);
  });

  it('has the gradients of central differences under every keep rule', () => {
    for (const keep of keepRuleNames) {
      const { counts, total } = checked(record(keeping(model, keep)));
      expect(counts).toEqual({ agrees: total, off: 0, kink: 0, untold: 0, rounded: 0 });
    }
    expect(compareRules(trace).wrongCell).toBeUndefined();
  });

  it('has a verdict that is found, not written down', () => {
    expect(verdictOf(arctan).verdict).toBe('A is enough');
  });

  it('has a place on the stage for all that its pass makes', () => {
    const { places } = frameAt(trace, 0);
    const { boxes } = stageGeometry(places, sizesOf(model), {
      width: 1200,
      height: 700,
      fit: 'network',
      numbers: false,
    });
    expect([...places.keys()].filter((key) => !boxes.has(key))).toEqual([]);
  });

  it('can be chosen, and read back from a link', () => {
    const choice = setActivation(1, name)(firstChoice);
    expect(readChoice(JSON.parse(JSON.stringify(storedChoice(choice))))).toMatchObject({
      ok: true,
      value: { layers: [{ activation: name }, {}, {}] },
    });
  });

  it('is told in words, formulas and cells at every step', () => {
    expect(
      [told.faultsOfWords(trace), told.faultsOfFormulas(trace), told.faultsOfCells(trace)].flat(),
    ).toEqual([]);
  });
  it('is called by its name in code, and no script claims to have it', () => {
    expect(told.faultsOfCode(trace)).toEqual([]);
    const backward = trace.steps.find(({ op, phase }) => op === 'activation' && phase === 'backward')!;
    expect(told.textOf(backward, trace, 'numpy')).toContain('dA * arctan_slope(Z)');
    expect(told.faultsOfExports(trace)).toEqual([]);
    expect(told.refusedBy(trace)).toEqual([
      'NumPy script (.py)',
      'PyTorch script (.py)',
      'Notebook (.ipynb)',
    ]);
  });

  it('is written out in every language and script once it has the two lines that the compiler asks for', () => {
    const slopes = { Z: ['dA * (1 / (1 + Z ** 2))'], A: ['dA * np.cos(A) ** 2'], slope: ['dA * slope'] };
    const rows: readonly [Record<string, unknown>, unknown][] = [
      [numpyActivations, { g: 'np.arctan(Z)', dZ: slopes, slope: '1 / (1 + Z ** 2)' }],
      [torchActivations, 'torch.arctan(Z)'],
    ];
    for (const [record, row] of rows) record.arctan = row;
    const [, forward] = trace.steps;
    const backward = trace.steps.findLast(({ op }) => op === 'activation')!;
    for (const [language, g] of [
      ['numpy', 'A = np.arctan(Z)'],
      ['torch', 'A = torch.arctan(Z)'],
      ['jax', 'A = jnp.arctan(Z)'],
    ] as const) {
      expect(told.textOf(forward!, trace, language)).toContain(g);
      expect(told.textOf(backward, trace, language)).toContain('dZ = dA * (1 / (1 + Z ** 2))');
    }
    expect(told.refusedBy(trace)).toEqual([]);
    for (const [record] of rows) delete record.arctan;
  });

  it('stands in every rule that is compared, and what lacks it says so', () => {
    const [layer] = model.layers;
    for (const plan of Object.values(plans)) {
      expect(record(plan.apply(model)).steps.length).toBeGreaterThan(0);
      if (plan.evidence?.seen === 'run') expect(plan.lacks?.(layer!) ?? true).toBe(true);
    }
    expect(plans.pytorch!.lacks!(layer!)).toBe(true);
    expect(plans.pytorch!.note!(layer!)).toMatch(/has no arctan/);
  });
});
