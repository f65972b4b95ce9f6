import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peaksOverK } from '../../src/compare/peaks';
import { bestK, checkpointReference, planOf } from '../../src/compare/plans';
import { activationNames, activationOf } from '../../src/core/activations';
import { record } from '../../src/core/pass/record';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { part } from '../extent';

const networkOf = (units: readonly number[], activation: (typeof activationNames)[number]) =>
  modelOf({
    ...firstChoice,
    loss: 'mean_squared_error',
    layers: units.map((n) => ({
      units: n,
      activation,
      alpha: activationOf(activation).alpha ?? 0,
      keep: 'Z' as const,
    })),
  });

describe('the peaks over k', () => {
  it('are those of the runs, for whatever layers', () => {
    const hidden = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(hidden, fc.constantFrom(...activationNames), (units, activation) => {
        const model = networkOf([...units, 1], activation);
        const runs = model.layers.map(
          (_, i) => record(planOf(checkpointReference(i + 1)).apply(model)).cacheBytes.peak,
        );
        expect(peaksOverK(model)).toEqual(runs);
      }),
      { numRuns: part(40) },
    );
  });

  it('are lowest at or beside √L for equal layers of relu', () => {
    for (const layers of [9, 16, 25, 36]) {
      const peaks = peaksOverK(networkOf([...Array.from({ length: layers - 1 }, () => 8), 1], 'relu'));
      const lowest = peaks.indexOf(Math.min(...peaks)) + 1;
      expect(Math.abs(lowest - bestK(layers)), `${layers} layers, lowest at ${lowest}`).toBeLessThanOrEqual(
        1,
      );
    }
  });

  it('are those of the least that suffices where k is all layers, as nothing is dropped', () => {
    const model = networkOf([4, 3, 1], 'tanh');
    expect(peaksOverK(model).at(-1)).toBe(record(planOf('least').apply(model)).cacheBytes.peak);
  });
});
