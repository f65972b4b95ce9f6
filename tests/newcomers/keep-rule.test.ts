import { describe, expect, it, vi } from 'vitest';
import { plans } from '../../src/compare/plans';
import { compareRules } from '../../src/core/checks/rules';
import { type KeepRule, type KeepRuleName, keepRuleNames } from '../../src/core/model/keep-rules';
import { record } from '../../src/core/pass/record';
import { keptBy } from '../../src/explain/phrases';
import { firstChoice, storedChoice } from '../../src/state/choice/choice';
import { setAllKeeps } from '../../src/state/choice/edits';
import { readChoice } from '../../src/state/choice/read';
import { selectMemoryLines } from '../../src/state/selectors';
import { createStore } from '../../src/state/store';
import { rulesLine } from '../../src/view/checks/rules-line';
import { dashOf } from '../../src/view/timeline/dashes';
import { checked } from '../core/checks/shown';
import { modelFrom } from '../core/models';
import * as told from './told';

vi.mock('../../src/core/model/keep-rules', async (load) => {
  const all = await load<typeof import('../../src/core/model/keep-rules')>();
  const { join } = await import('./join');
  const rule: KeepRule = { label: 'A + mask', keeps: ['A', 'mask'], says: 'A, and where it is above 0' };
  join<unknown>(all.keepRules, all.keepRuleNames, 'A_mask', rule);
  return all;
});

const keep = 'A_mask' as KeepRuleName;
const model = modelFrom({
  layers: [
    { activation: 'relu', units: 3, keep },
    { activation: 'tanh', units: 2, keep },
    { activation: 'sigmoid', keep },
  ],
});
const trace = record(model);

describe('A with the mask, one object in the record of keep rules', () => {
  it('is offered, can be chosen for all layers, and is read back from a link', () => {
    expect(keepRuleNames).toContain(keep);
    const choice = setAllKeeps(keep)(firstChoice);
    expect(readChoice(JSON.parse(JSON.stringify(storedChoice(choice))))).toMatchObject({
      ok: true,
      value: { layers: [{ keep }, { keep }, { keep }] },
    });
  });

  it('keeps what it asks for, of which backward reads the cheapest', () => {
    const readIn = (layer: number) =>
      trace.steps
        .filter((step) => step.layer === layer)
        .flatMap(({ cache }) =>
          cache.filter((event) => event.kind === 'read' && event.cache === 'activation'),
        )
        .map(({ slot }) => slot);
    expect([readIn(1), readIn(2)]).toEqual([['mask'], ['A']]);
  });

  it('has the gradient of central differences and of all other rules', () => {
    const { counts, total } = checked(trace);
    expect(counts.agrees).toBe(total);
    const report = compareRules(trace);
    expect(report.wrongCell).toBeUndefined();
    expect(rulesLine(report, trace)).toMatchObject({
      check: 'Seven keep rules, one gradient',
      verdict: 'passes',
    });
  });

  it('has its words, its line in the timeline, dashed as no other, and its plan in Compare', () => {
    expect(keptBy(keep)).toBe('A and the mask');
    expect(new Set(keepRuleNames.map(dashOf)).size).toBe(keepRuleNames.length);
    expect(selectMemoryLines(createStore().getState()).map(({ rule }) => rule)).toContain(keep);
    expect(plans[keep]).toMatchObject({ label: 'Keep A + mask' });
  });

  it('names itself where its run is the one that is off', () => {
    const off = { run: keep, by: 'Z', tensor: 'dZ1', row: 0, col: 0, found: 1, right: 2 } as const;
    expect(rulesLine({ error: 1, wrongCell: off }, trace).notes[0]).toBe(
      'dZ[1] (1, 1): 1 where A and the mask are kept, but 2 where Z is.',
    );
  });

  it('is told in words, formulas, cells, code and scripts at every step', () => {
    expect(
      [
        told.faultsOfWords(trace),
        told.faultsOfFormulas(trace),
        told.faultsOfCells(trace),
        told.faultsOfCode(trace),
        told.faultsOfExports(trace),
      ].flat(),
    ).toEqual([]);
    expect(told.refusedBy(trace)).toEqual([]);
  });
});
