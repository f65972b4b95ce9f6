import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Precision } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { dryRun } from '../../../src/core/pass/dry-run';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { anyNetwork, anyRegularised, keeping } from '../models';
import { withoutMatrices } from './outline';

describe('a dry run', () => {
  it('has the steps and bytes of the record, whatever the network, the keep rules and m', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyNetwork, anyRegularised),
        fc.constantFrom<Precision>('float32', 'float64'),
        (model, precision) => {
          const performed = { ...model, precision };
          expect(withoutMatrices(dryRun(performed))).toEqual(withoutMatrices(record(performed).steps));
        },
      ),
    );
  });

  it.each(keepRuleNames)('has the steps and bytes of the first picture under the keep rule %s', (keep) => {
    for (const m of [1, 7, 8, 9]) {
      const model = keeping(modelOf({ ...firstChoice, data: { set: 'flowers', m } }), keep);
      expect(withoutMatrices(dryRun(model)), `m = ${m}`).toEqual(withoutMatrices(record(model).steps));
    }
  });

  it('is the one that was made before, where only numbers and sizes are others', () => {
    const model = modelOf(firstChoice);
    const wider = modelOf({ ...firstChoice, data: { set: 'flowers', m: 9 } });
    const [one, other] = [dryRun(model), dryRun(wider)];
    expect(one.map(({ cacheBytes }) => cacheBytes)).not.toEqual(other.map(({ cacheBytes }) => cacheBytes));
    for (const [i, { reads }] of one.entries()) expect(other[i]!.reads).toBe(reads);
    expect(dryRun(keeping(model, 'A'))[0]!.reads).not.toBe(one[0]!.reads);
  });
});
