import { expect, it } from 'vitest';
import { isDefined, type Own } from '../../../src/core/activations';
import { zeros } from '../../../src/core/math/matrix';
import type { Trace } from '../../../src/core/pass/trace';
import { checksOf } from '../../../src/state/checks/checks';

const withFormula = (own: Own): Trace => ({
  model: {
    precision: 'float64',
    layers: [{ units: 1, activation: 'mine', own, alpha: 0, keep: 'Z' }],
    loss: 'mean_squared_error',
    X: zeros(1, 1, 'float64'),
    Y: zeros(1, 1, 'float64'),
    parameters: new Map(),
  },
  nodes: [],
  steps: [],
  values: [],
  buffers: new Map(),
  cacheBytes: { peak: 0 },
  changed: new Map(),
});

it('a formula, which does not travel into a worker, is defined there', async () => {
  const own = { formula: 'z * exp(-z^2)' };
  expect(isDefined(own)).toBe(false);
  expect(await checksOf().take(withFormula(own))).toBeUndefined();
  expect(isDefined(own)).toBe(true);
});

it('what is no formula is answered in a sentence', async () => {
  expect(await checksOf().take(withFormula({ formula: 'alert(1)' }))).toMatch(
    /^A formula could not be read\. /,
  );
});
