import { describe, expect, it } from 'vitest';
import { leastRule } from '../../src/compare/least';
import { activationNames, activationOf } from '../../src/core/activations';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import type { Layer } from '../../src/core/model/model';
import { record } from '../../src/core/pass/record';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';

const dropout = { keep_prob: 0.5, keep: 'mask', seed: 1 } as const;

const run = (layer: Pick<Layer, 'activation' | 'alpha' | 'keep' | 'dropout'>) => {
  const { steps } = record(
    modelOf({ ...firstChoice, layers: [{ units: 5, ...layer }, ...firstChoice.layers.slice(1)] }),
  );
  const misses = steps
    .flatMap(({ cache }) => cache)
    .filter(({ kind, layer: l }) => kind === 'miss' && l === 1);
  return { bytes: steps.find(({ op }) => op === 'cost')!.cacheBytes, misses: misses.length };
};

describe('the least that suffices', () => {
  for (const activation of activationNames)
    it(`never misses for ${activation}, and no rule that never misses costs less`, () => {
      const alpha = activationOf(activation).alpha ?? 0;
      const least = run({ activation, alpha, keep: leastRule({ activation, alpha }) });
      expect(least.misses).toBe(0);
      for (const keep of keepRuleNames) {
        const other = run({ activation, alpha, keep });
        if (other.misses === 0) expect(least.bytes, keep).toBeLessThanOrEqual(other.bytes);
      }
    });

  for (const activation of activationNames)
    it(`costs no more than another with dropout after ${activation}, where A is no longer kept anyway`, () => {
      const layer = { activation, alpha: activationOf(activation).alpha ?? 0, dropout };
      const least = run({ ...layer, keep: leastRule(layer) });
      for (const keep of keepRuleNames) {
        const other = run({ ...layer, keep });
        if (other.misses === 0) expect(least.bytes, keep).toBeLessThanOrEqual(other.bytes);
      }
    });

  it('is no longer A with dropout: the mask of a relu', () => {
    expect(leastRule({ activation: 'relu', alpha: 0, dropout })).toBe('mask');
    expect(leastRule({ activation: 'relu', alpha: 0 })).toBe('A');
  });

  it('is A where A is enough, nothing for linear, and Z where the curve folds', () => {
    expect(leastRule({ activation: 'relu', alpha: 0 })).toBe('A');
    expect(leastRule({ activation: 'softmax', alpha: 0 })).toBe('A');
    expect(leastRule({ activation: 'linear', alpha: 0 })).toBe('none');
    expect(leastRule({ activation: 'silu', alpha: 0 })).toBe('Z');
  });

  it('is the mask for a leaky_relu whose alpha is negative', () => {
    expect(leastRule({ activation: 'leaky_relu', alpha: 0 })).toBe('A');
    expect(leastRule({ activation: 'leaky_relu', alpha: -0.2 })).toBe('mask');
    expect(leastRule({ activation: 'elu', alpha: -1 })).toBe('Z');
  });
});
