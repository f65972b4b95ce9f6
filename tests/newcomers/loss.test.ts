import { describe, expect, it, vi } from 'vitest';
import { plans } from '../../src/compare/plans';
import { compareRules } from '../../src/core/checks/rules';
import { canFuse } from '../../src/core/model/model';
import { type LossName, lossNames } from '../../src/core/operations/losses';
import { record } from '../../src/core/pass/record';
import { firstChoice, storedChoice } from '../../src/state/choice/choice';
import { setLoss } from '../../src/state/choice/edits';
import { readChoice } from '../../src/state/choice/read';
import { checked } from '../core/checks/shown';
import { modelFrom } from '../core/models';
import * as told from './told';

vi.mock('../../src/core/operations/losses', async (load) => {
  const all = await load<typeof import('../../src/core/operations/losses')>();
  const [{ meanAbsoluteError }, { join }] = await Promise.all([
    import('./mean-absolute-error'),
    import('./join'),
  ]);
  join<unknown>(all.losses, all.lossNames, 'mean_absolute_error', meanAbsoluteError);
  return all;
});

const loss = 'mean_absolute_error' as LossName;
const model = modelFrom({ layers: [{ activation: 'tanh', units: 3 }, { activation: 'linear' }], loss });
const trace = record(model);

describe('the mean absolute error, one object in the record of losses', () => {
  it('is in the lists, can be chosen, and is read back from a link', () => {
    expect(lossNames).toContain('mean_absolute_error');
    const choice = setLoss(loss)(firstChoice);
    expect(readChoice(JSON.parse(JSON.stringify(storedChoice(choice))))).toMatchObject({
      ok: true,
      value: { loss },
    });
  });

  it('has the cost and the gradients of its own formula', () => {
    const [A, Y] = [trace.buffers.get('A2')!, model.Y];
    const off = Array.from(A.data, (a, k) => a - Y.data[k]!);
    const sum = off.reduce((total, x) => total + Math.abs(x), 0);
    expect(trace.buffers.get('cost')!.data[0]).toBe(sum / Y.cols);
    expect([...trace.buffers.get('dA2')!.data]).toEqual(off.map(Math.sign));
  });

  it('is checked by central differences, and under every keep rule', () => {
    const { counts, wrongCells, done, total } = checked(trace);
    expect(wrongCells).toEqual([]);
    expect([counts.off, done]).toEqual([0, total]);
    expect(counts.agrees).toBe(total);
    expect(compareRules(trace).wrongCell).toBeUndefined();
  });

  it('is told in words, formulas and cells at every step', () => {
    expect(
      [told.faultsOfWords(trace), told.faultsOfFormulas(trace), told.faultsOfCells(trace)].flat(),
    ).toEqual([]);
  });

  it('is called by its name in code, and no script claims to have it', () => {
    expect(told.faultsOfCode(trace)).toEqual([]);
    expect(told.textOf(trace.steps.find(({ op }) => op === 'cost')!, trace, 'numpy')).toContain(
      'cost = mean_absolute_error(A, Y)',
    );
    expect(told.faultsOfExports(trace)).toEqual([]);
    expect(told.refusedBy(trace)).toEqual([
      'NumPy script (.py)',
      'PyTorch script (.py)',
      'Notebook (.ipynb)',
      'Start your own (.py)',
      'Start your own (.ipynb)',
    ]);
  });

  it('is fused with no activation, and runs under every rule that is compared', () => {
    expect(canFuse(model)).toBe(false);
    for (const plan of Object.values(plans))
      expect(record(plan.apply(model)).buffers.get('cost')).toEqual(trace.buffers.get('cost'));
  });
});
