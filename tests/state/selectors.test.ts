import { describe, expect, it } from 'vitest';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { record } from '../../src/core/pass/record';
import { type Choice, choiceOfFile, firstChoice } from '../../src/state/choice/choice';
import {
  type Edit,
  setActivation,
  setAllKeeps,
  setInit,
  setKeep,
  setLoss,
  setPrecision,
  setUnits,
} from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import type { Position } from '../../src/state/position';
import {
  selectFrame,
  selectIndex,
  selectMemoryLines,
  selectModel,
  selectScales,
  selectTrace,
} from '../../src/state/selectors';
import { plainFile, reading } from '../formats/files';

const at = (choice: Choice, position: Position = 'start') => ({ choice, position });
const reluBackward: Position = { phase: 'backward', op: 'activation', layer: 1 };
const opened = choiceOfFile(reading(plainFile()));

describe('what follows from the choice', () => {
  it('is not worked out again for a mere step', () => {
    const [before, after] = [at(firstChoice), at(firstChoice, reluBackward)];
    expect(selectTrace(after)).toBe(selectTrace(before));
    expect(selectScales.layer(after)).toBe(selectScales.layer(before));
    expect(selectMemoryLines(after)).toBe(selectMemoryLines(before));
    expect(selectIndex(after)).toBe(17);
    expect(selectFrame(after).step).toMatchObject(reluBackward);
  });

  it('is the record of the model, with its frames', () => {
    expect(selectTrace(at(firstChoice)).steps).toEqual(record(modelOf(firstChoice)).steps);
    expect(selectFrame(at(firstChoice)).index).toBe(0);
  });

  it.each<[change: string, edit: Edit, kept: { X: boolean; W1: boolean }]>([
    ['keep rule', setKeep(1, 'A'), { X: true, W1: true }],
    ['keep rule of all layers', setAllKeeps('none'), { X: true, W1: true }],
    ['activation', setActivation(1, 'gelu'), { X: true, W1: true }],
    ['loss', setLoss('mean_squared_error'), { X: true, W1: true }],
    ['number of units', setUnits(1, 5), { X: true, W1: false }],
    ['seed', setInit({ seed: 99 }), { X: false, W1: false }],
    ['scheme', setInit({ scheme: 'zeros' }), { X: true, W1: false }],
    ['precision', setPrecision('float64'), { X: false, W1: false }],
  ])('keeps what a change of the %s leaves alone', (_, edit, kept) => {
    const before = selectModel(at(firstChoice));
    const after = selectModel(at(edit(firstChoice)));
    expect(after).not.toBe(before);
    expect({
      X: after.X === before.X,
      W1: after.parameters.get('W1') === before.parameters.get('W1'),
    }).toEqual(kept);
  });

  it('keeps the data of a file when its parameters are drawn anew', () => {
    const before = selectModel(at(opened));
    const after = selectModel(at(setInit({ seed: 99 })(opened)));
    expect(after.X).toBe(before.X);
    expect(after.Y).toBe(before.Y);
  });

  it('holds on to nothing but the last model, so that the earlier ones can be let go', () => {
    const first = selectTrace(at(firstChoice));
    selectTrace(at(opened));
    expect(selectTrace(at(firstChoice))).not.toBe(first);
  });

  it('has a line of bytes for each keep rule, one longer than the steps', () => {
    const lines = selectMemoryLines(at(firstChoice));
    expect(lines.map((line) => line.rule)).toEqual(keepRuleNames);
    for (const { bytes } of lines) expect(bytes).toHaveLength(20);
    const [Z, A] = lines.map((line) => line.bytes);
    expect(Z![7]).toBe(512);
    expect(A![7]).toBe(256);
  });

  it('has as its line the bytes of the trace where all layers have that rule', () => {
    for (const rule of keepRuleNames) {
      const state = at(setAllKeeps(rule)(firstChoice));
      const own = selectMemoryLines(state).find((line) => line.rule === rule)!;
      expect(own.bytes).toEqual([0, ...selectTrace(state).steps.map((step) => step.cacheBytes)]);
    }
  });
});
