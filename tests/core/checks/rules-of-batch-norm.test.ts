import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { compareRules } from '../../../src/core/checks/rules';
import { map } from '../../../src/core/math/matrix';
import { batchNormRuleNames } from '../../../src/core/model/regularisation';
import { operationOf } from '../../../src/core/pass/nodes';
import { record } from '../../../src/core/pass/record';
import { modelFrom } from '../models';

/** A mistake of one percent in the way back by stages, which one rule alone takes. */
beforeEach(() => {
  const part = operationOf({ op: 'batch_norm' }).backward.find(({ step }) => step === 'batch_norm')!;
  const { run } = part;
  vi.spyOn(part, 'run').mockImplementation((io) =>
    run({
      ...io,
      write: (name, matrix) => io.write(name, io.held.has('centred') ? map(matrix, (x) => 1.01 * x) : matrix),
    }),
  );
});

afterEach(() => vi.restoreAllMocks());

it.each(batchNormRuleNames)(
  'a mistake that one rule of batch norm alone makes is found, and whose it is, where %s is shown',
  (keep) => {
    const layers = [{ activation: 'tanh', batch_norm: { epsilon: 1e-5, keep } }, { activation: 'linear' }];
    const { wrongCell } = compareRules(record(modelFrom({ layers })));
    expect(wrongCell).toMatchObject({ run: keep === 'all' ? 'shown' : 'all', tensor: 'dZ1' });
  },
);
