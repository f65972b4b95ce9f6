import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activationOf } from '../../../src/core/activations';
import { roundingOf } from '../../../src/core/checks/rounding';
import { compareRules } from '../../../src/core/checks/rules';
import { fromRows, map } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { type Layer, withLayers } from '../../../src/core/model/model';
import { record } from '../../../src/core/pass/record';
import { anyNetwork, anyRegularised, keeping, modelFrom } from '../models';
import { inPrecision, withCell } from './shown';

const model = modelFrom({
  layers: [
    { activation: 'tanh', units: 4 },
    { activation: 'sigmoid', units: 1 },
  ],
});

describe('all keep rules', () => {
  it.each(keepRuleNames)('have one gradient where %s is kept', (keep) => {
    const { error, wrongCell } = compareRules(record(keeping(model, keep)));
    expect(wrongCell).toBeUndefined();
    expect(error).toBeLessThan(1e-15);
  });

  it('have one gradient in any network in float64', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork, anyRegularised), (network) => {
        expect(compareRules(record(network)).wrongCell).toBeUndefined();
      }),
    );
  });

  it('have one where an infinite dA meets a closed cell', () => {
    const regularised = (activation: ActivationName, units: number): Layer => ({
      activation,
      units,
      alpha: activationOf(activation).alpha ?? 0,
      keep: 'Z',
      batch_norm: { epsilon: 1e-5, keep: 'normalised' },
    });
    let met = 0;
    for (let seed = 0; seed < 200; seed++) {
      const drawn = modelFrom({
        layers: [regularised('relu6', 1), regularised('leaky_relu', 2), regularised('hard_swish', 3)],
        loss: 'binary_cross_entropy',
        m: 13,
        seed,
      });
      const wide = map(drawn.parameters.get('gamma3')!, (gamma) => 2 * gamma);
      const trace = record({ ...drawn, parameters: new Map(drawn.parameters).set('gamma3', wide) });
      const [dA, dZ] = ['dA3', 'dZ3'].map((name) => trace.buffers.get(name)!.data);
      if (!dA!.some((d) => Math.abs(d) === Infinity) || !dZ!.every(Number.isFinite)) continue;
      met += 1;
      expect(compareRules(trace).wrongCell, `seed ${seed}`).toBeUndefined();
    }
    expect(met).toBeGreaterThan(10);
  });

  it('differ by no more than rounding in the figure either, though db below a batch norm is nothing else', () => {
    const layers = [
      { activation: 'tanh', batch_norm: { epsilon: 1e-5, keep: 'normalised' } },
      { activation: 'sigmoid', units: 1 },
    ] as const;
    for (const precision of ['float32', 'float64'] as const) {
      const { error, wrongCell } = compareRules(record(inPrecision(modelFrom({ layers }), precision)));
      expect(wrongCell).toBeUndefined();
      expect(error, precision).toBeLessThan(roundingOf(precision));
    }
  });

  it('have one in float32 too, where nothing saturates', () => {
    expect(compareRules(record(inPrecision(model, 'float32'))).wrongCell).toBeUndefined();
  });
});

describe('a pass that is not like the others', () => {
  it('is found at the first step that is off, by its worst cell', () => {
    const trace = record(model);
    const right = trace.buffers.get('dZ1')!.data[6]!;
    const once = withCell(trace, 'dW1', 0, (x) => x + 0.5);
    const { wrongCell, error } = compareRules(withCell(once, 'dZ1', 6, (x) => x - 0.25));
    expect(wrongCell).toEqual({
      run: 'shown',
      by: 'Z',
      tensor: 'dZ1',
      row: 1,
      col: 1,
      found: right - 0.25,
      right,
    });
    expect(error).toBeGreaterThan(0);
  });

  it('is found where its caches were changed by hand on the way', () => {
    const trace = record(model, undefined, [{ tensor: 'Z1', row: 2, col: 3, value: 4 }]);
    expect(compareRules(trace).wrongCell).toMatchObject({ run: 'shown', tensor: 'dZ1', row: 2, col: 3 });
  });

  it('is found where it has NaN alone', () => {
    const { wrongCell, error } = compareRules(withCell(record(model), 'db1', 0, () => Number.NaN));
    expect(wrongCell).toMatchObject({ tensor: 'db1', row: 0, col: 0 });
    expect(error).toBeNaN();
  });
});

describe('where float32 rounds a slope away', () => {
  /** A sigmoid of 18, which is stored as 1; the last layer has one, under the square of the error. */
  const far = inPrecision(
    {
      ...model,
      parameters: new Map(
        Array.from(model.parameters, ([n, p]) => [n, map(p, (x) => (n === 'b2' ? 18 : x))]),
      ),
    },
    'float32',
  );
  const stable = withLayers(far, () => ({ route: 'Z_stable' as const }));

  it('all keep rules lose it alike: g′ from A, and the course’s from Z', () => {
    expect(compareRules(record(far)).wrongCell).toBeUndefined();
    expect(compareRules(record(keeping(far, 'A'))).wrongCell).toBeUndefined();
  });

  it('float64 says who has lost it: not the stable form, but what it is compared with', () => {
    const { wrongCell } = compareRules(record(stable));
    expect(wrongCell).toMatchObject({ run: 'Z', by: 'float64', tensor: 'dZ2', found: 0 });
    expect(wrongCell!.right).not.toBe(0);
  });

  it('float64 says that it is the stable form, where binary cross entropy cancels the rounding of A', () => {
    const last = { units: 1, activation: 'sigmoid', route: 'Z_stable' as const };
    const sure = modelFrom({ inputs: 1, layers: [last], loss: 'binary_cross_entropy', m: 3 });
    const saturated = inPrecision(
      {
        ...sure,
        X: fromRows([[14, 15, 16]], 'float64'),
        Y: map(sure.Y, () => 0),
        parameters: new Map(Array.from(sure.parameters, ([n, p]) => [n, map(p, () => (n === 'W1' ? 1 : 0))])),
      },
      'float32',
    );
    const { wrongCell } = compareRules(record(saturated));
    expect(wrongCell).toMatchObject({ run: 'shown', by: 'Z', tensor: 'dZ1' });
    expect(wrongCell!.right).toBeCloseTo(1, 6);
    expect(
      compareRules(record(withLayers(saturated, () => ({ route: undefined })))).wrongCell,
    ).toBeUndefined();
  });
});
