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
});
