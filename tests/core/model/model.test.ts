import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { initSchemes } from '../../../src/core/model/init';
import { keepRuleNames, keepRules } from '../../../src/core/model/keep-rules';
import { cachedBytes, keptSlots, shapeOf, sizesOf } from '../../../src/core/model/model';
import { record } from '../../../src/core/pass/record';
import { slotKey } from '../../../src/core/pass/trace';
import { keeping, modelFrom } from '../models';

const model = modelFrom({
  inputs: 2,
  layers: [
    { activation: 'relu', units: 4 },
    { activation: 'sigmoid', units: 3 },
  ],
  m: 5,
});

describe('the shape of a tensor', () => {
  const sizes = sizesOf(model);

  it('follows from the units of all layers and m', () => {
    expect(sizes).toEqual({ units: [2, 4, 3], m: 5 });
  });

  it.each([
    ['A0', 2, 5],
    ['dA0', 2, 5],
    ['W1', 4, 2],
    ['dW2', 3, 4],
    ['b2', 3, 1],
    ['db1', 4, 1],
    ['Z1', 4, 5],
    ['mask1', 4, 5],
    ['slope2', 3, 5],
    ['dZ2', 3, 5],
    ['Y', 3, 5],
    ['cost', 1, 1],
  ])('%s is %i by %i', (name, rows, cols) => {
    expect(shapeOf(name, sizes)).toEqual({ rows, cols });
  });

  it('is what every buffer of a pass has, whatever is kept', () => {
    for (const keep of keepRuleNames)
      for (const [name, { rows, cols }] of record(keeping(model, keep)).buffers)
        expect(shapeOf(name, sizes), name).toEqual({ rows, cols });
  });
});

describe('the bytes of a buffer', () => {
  it('are none for X, Y and the parameters, which belong to the caller', () => {
    for (const name of ['A0', 'Y', ...model.parameters.keys()])
      expect(cachedBytes(name, model), name).toBe(0);
  });

  it('are those of its cells in the precision of the model, of a mask those of its bits', () => {
    const inFloat32 = { ...model, precision: 'float32' as const };
    expect(cachedBytes('Z1', model)).toBe(4 * 5 * 8);
    expect(cachedBytes('Z1', inFloat32)).toBe(4 * 5 * 4);
    expect(cachedBytes('slope2', inFloat32)).toBe(3 * 5 * 4);
    expect(cachedBytes('mask1', model)).toBe(3);
    expect(cachedBytes('mask1', inFloat32)).toBe(3);
  });

  it('can be had for another m', () => {
    expect(cachedBytes('Z1', model, { ...sizesOf(model), m: 100 })).toBe(4 * 100 * 8);
  });
});

describe('the slots that are kept', () => {
  const keptBy = (activation: (typeof activationNames)[number], keep: (typeof keepRuleNames)[number]) =>
    keptSlots({ activation, keep, alpha: 0.1, units: 1 });

  it('are those that the rule asks for, where the activation has them', () => {
    expect(keptBy('relu', 'mask')).toEqual(['mask']);
    expect(keptBy('relu', 'ZA')).toEqual(['Z', 'A']);
    expect(keptBy('tanh', 'mask')).toEqual([]);
    expect(keptBy('tanh', 'slope')).toEqual(['slope']);
    expect(keptBy('softmax', 'slope')).toEqual([]);
    expect(keptBy('softmax', 'mask')).toEqual([]);
    expect(keptBy('linear', 'none')).toEqual([]);
  });

  it.each(keepRuleNames)('under the rule %s are never more than it asks for', (keep) => {
    for (const activation of activationNames)
      for (const slot of keptBy(activation, keep)) expect(keepRules[keep].keeps).toContain(slot);
  });

  it('are what the record saves', () => {
    for (const activation of activationNames)
      for (const keep of keepRuleNames) {
        const { steps, model: recorded } = record(modelFrom({ layers: [{ activation, keep }] }));
        const saved = steps[1]!.cache.filter(({ kind }) => kind === 'save').map(slotKey);
        expect(saved).toEqual(keptSlots(recorded.layers[0]!).map((slot) => `1.activation.${slot}`));
      }
  });
});

describe('the deviation of the weights that are drawn', () => {
  it('is √(2/n) after He, √(1/n) after Glorot as the course has it, or 0', () => {
    expect(initSchemes.he(8)).toBe(0.5);
    expect(initSchemes.xavier(4)).toBe(0.5);
    expect(initSchemes.zeros()).toBe(0);
  });
});
