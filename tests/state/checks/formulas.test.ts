import { expect, it } from 'vitest';
import { isDefined } from '../../../src/core/activations';
import { zeros } from '../../../src/core/math/matrix';
import type { Trace } from '../../../src/core/pass/trace';
import { checksOf } from '../../../src/state/checks/checks';

const withFormula = (formula: string): Trace => ({
  model: {
    precision: 'float64',
    layers: [{ units: 1, activation: 'mine', formula, alpha: 0, keep: 'Z' }],
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
  expect(isDefined({ formula: 'z * exp(-z^2)' })).toBe(false);
  expect(await checksOf().take(withFormula('z * exp(-z^2)'))).toBeUndefined();
  expect(isDefined({ formula: 'z * exp(-z^2)' })).toBe(true);
});

it('what is no formula is answered in a sentence', async () => {
  expect(await checksOf().take(withFormula('alert(1)'))).toMatch(/^A formula could not be read\. /);
});
