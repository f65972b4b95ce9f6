import { describe, expect, it } from 'vitest';
import {
  type ActivationName,
  activationNames,
  activationOf,
  asksSignAlone,
} from '../../../src/core/activations';
import { cacheOf } from '../../../src/core/activations/cells';
import { type Matrix, map, zip } from '../../../src/core/math/matrix';
import { named } from '../../../src/core/model/names';
import { record } from '../../../src/core/pass/record';
import { modelFrom } from '../models';

/** dZ[1] of a layer with dropout, with Adrop read in place of A. */
function withAdrop(activation: ActivationName, alpha: number): { right: Matrix; found: Matrix } {
  const dropout = { keep_prob: 0.5, keep: 'mask', seed: 3 } as const;
  const model = modelFrom({
    layers: [{ activation, alpha, units: 6, dropout }, { activation: 'tanh' }],
    m: 12,
  });
  // So large that Z lies on both sides of every kink.
  const { buffers } = record({ ...model, X: map(model.X, (x) => 12 * x) });
  const [Adrop, dA] = [buffers.get(named('Adrop', 1))!, buffers.get(named('dA', 1))!];
  const found = activationOf(activation).backward(cacheOf('A', Adrop), dA, alpha);
  return { right: buffers.get(named('dZ', 1))!, found };
}

const cases = activationNames.flatMap((activation) => {
  const { alpha, routes } = activationOf(activation);
  return (alpha === undefined ? [0] : [alpha, -alpha])
    .filter((given) => routes(given).includes('A'))
    .map((given) => [activation, given] as const);
});

describe('Adrop in place of A', () => {
  it.each(cases)(
    'does for %s with alpha %d just where its slope asks for a sign alone',
    (activation, alpha) => {
      const { right, found } = withAdrop(activation, alpha);
      const same = zip(right, found, (a, b) => Number(Math.abs(a - b) < 1e-12));
      expect(map(same, (x) => 1 - x).data.every((off) => off === 0)).toBe(
        asksSignAlone({ activation, alpha }),
      );
    },
  );
});
