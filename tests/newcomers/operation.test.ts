import { describe, expect, it, vi } from 'vitest';
import { plans } from '../../src/compare/plans';
import { compareRules } from '../../src/core/checks/rules';
import { sizesOf } from '../../src/core/model/model';
import { operationNames } from '../../src/core/operations';
import { dependentsOf, sourcesOf } from '../../src/core/pass/dependence';
import { frameAt } from '../../src/core/pass/frames/frame';
import { record } from '../../src/core/pass/record';
import { codeOf, languages } from '../../src/explain/code';
import { stageGeometry } from '../../src/view/stage/layout/fit';
import { checked } from '../core/checks/shown';
import { modelFrom } from '../core/models';
import * as told from './told';

vi.mock('../../src/core/operations', async (load) => {
  const all = await load<typeof import('../../src/core/operations')>();
  const [{ negate }, { join }] = await Promise.all([import('./negate'), import('./join')]);
  join<unknown>(all.operations, all.operationNames, 'negate', negate, 'activation');
  return all;
});

const model = modelFrom({ layers: [{ activation: 'tanh', units: 3 }, { activation: 'sigmoid' }] });
const trace = record(model);
const stepOf = (phase: string) => trace.steps.find((step) => step.op === 'negate' && step.phase === phase)!;

describe('an operation that only negates, one object in the record of operations', () => {
  it('has its place in a layer by its place in the record', () => {
    expect(operationNames).toContain('negate');
    expect(trace.nodes.filter(({ layer }) => layer === 1).map(({ op }) => op)).toEqual([
      'dense',
      'negate',
      'activation',
    ]);
    expect(trace.nodes.map(({ op, layer }) => op === 'negate' && layer)).not.toContain(2);
  });

  it('is run on both ways, between the product and g', () => {
    const [Z, Ztilde, dZtilde, dZ] = ['Z1', 'Ztilde1', 'dZtilde1', 'dZ1'].map((name) =>
      Array.from(trace.buffers.get(name)!.data),
    );
    expect(Ztilde).toEqual(Z!.map((z) => -z));
    expect(dZ).toEqual(dZtilde!.map((d) => -d));
    expect(stepOf('forward').cache).toEqual([]);
    expect(stepOf('backward').cache).toEqual([]);
  });

  it('depends cell on cell', () => {
    const cell = { row: 1, col: 2 };
    expect(sourcesOf(stepOf('forward'), trace, { tensor: 'Ztilde1', ...cell })).toEqual([
      { tensor: 'Z1', ...cell },
    ]);
    expect(dependentsOf(stepOf('backward'), trace, { tensor: 'dZtilde1', ...cell })).toEqual([
      { tensor: 'dZ1', ...cell },
    ]);
  });

  it('is checked by central differences, and under every keep rule', () => {
    const { counts, total } = checked(trace);
    expect(counts).toEqual({ agrees: total, off: 0, kink: 0, untold: 0, rounded: 0 });
    expect(compareRules(trace).wrongCell).toBeUndefined();
  });

  it('runs under every rule that is compared', () => {
    for (const plan of Object.values(plans))
      expect(record(plan.apply(model)).buffers.get('Ztilde1')).toBeDefined();
  });

  it('has a place on the stage for all that it makes', () => {
    const { places } = frameAt(trace, 0);
    const room = { width: 1200, height: 700, fit: 'network', numbers: false } as const;
    const { boxes } = stageGeometry(places, sizesOf(model), room);
    expect([...places.keys()].filter((key) => !boxes.has(key))).toEqual([]);
  });

  it('is told in words, formulas and cells at every step, by its name where it has no words of its own', () => {
    expect(
      [told.faultsOfWords(trace), told.faultsOfFormulas(trace), told.faultsOfCells(trace)].flat(),
    ).toEqual([]);
    expect(told.faultsOfCode(trace)).toEqual([]);
    expect(told.wordsOf(stepOf('forward'), trace)).toBe(
      'negate forward: Ztilde[1]. negate forward: Ztilde[1], from Z[1].',
    );
    expect(told.wordsOf(stepOf('backward'), trace)).toBe(
      'negate backward: dZ[1]. negate backward: dZ[1], from dZtilde[1].',
    );
  });

  it('is a function of its name in code, on the line that runs', () => {
    for (const language of languages) {
      expect(told.textOf(stepOf('forward'), trace, language)).toBe(
        '# What negate does is not written out here\nZtilde = negate(Z)',
      );
      expect(told.textOf(stepOf('backward'), trace, language)).toContain('dZ = negate_backward(dZtilde)');
      const running = codeOf(stepOf('forward'), trace, language).filter((line) => line.running);
      expect(running).toHaveLength(1);
    }
  });

  it('is taken away in a trace, a model and arrays; scripts say in a sentence that they lack it', () => {
    expect(told.faultsOfExports(trace)).toEqual([]);
    expect(told.refusedBy(trace)).toEqual([
      'NumPy script (.py)',
      'PyTorch script (.py)',
      'Notebook (.ipynb)',
    ]);
  });
});
