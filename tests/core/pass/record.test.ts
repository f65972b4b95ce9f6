import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { type Matrix, map, toRows } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import { lossNames } from '../../../src/core/operations/losses';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { record } from '../../../src/core/pass/record';
import { sameStep, slotKey } from '../../../src/core/pass/trace';
import { anyNetwork, anyRegularised, keeping, modelFrom } from '../models';

const twice: Model = modelFrom({
  inputs: 2,
  layers: [{ activation: 'tanh' }, { activation: 'sigmoid' }],
  m: 3,
});

describe('a record', () => {
  it('has the parameters and the data of its model, as they were', () => {
    const { buffers, model } = record(twice);
    expect(model).toBe(twice);
    expect(buffers.get('A0')).toBe(twice.X);
    expect(buffers.get('Y')).toBe(twice.Y);
    for (const [name, matrix] of twice.parameters) expect(buffers.get(name)).toBe(matrix);
  });

  it('is the same for the same model', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        expect(record(model)).toEqual(record(model));
      }),
    );
  });

  it('has dA and dZ per example, dW and db of the mean cost', () => {
    const { buffers } = record(modelFrom({ inputs: 2, layers: [{ activation: 'linear' }], m: 4 }));
    const [A, Y, X, dZ, dW, db] = ['A1', 'Y', 'A0', 'dZ1', 'dW1', 'db1'].map((name) =>
      toRows(buffers.get(name)!),
    );
    expect(dZ).toEqual(A!.map((row, i) => row.map((a, j) => a - Y![i]![j]!)));
    dZ!.forEach((row, i) => {
      expect(db![i]![0]).toBeCloseTo(row.reduce((sum, d) => sum + d, 0) / 4, 15);
      X!.forEach((x, k) => {
        expect(dW![i]![k]).toBeCloseTo(row.reduce((sum, d, j) => sum + d * x[j]!, 0) / 4, 15);
      });
    });
  });

  it('in float32 has rounded every number that it stored', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const rounded = (matrix: Matrix) => map(matrix, (x) => x, 'float32');
        const parameters = new Map([...model.parameters].map(([name, matrix]) => [name, rounded(matrix)]));
        const inFloat32: Model = {
          ...model,
          precision: 'float32',
          X: rounded(model.X),
          Y: rounded(model.Y),
          parameters,
        };
        for (const [name, { type }] of record(inFloat32).buffers)
          expect(type, name).toBe(name.startsWith('mask') ? 'bit' : 'float32');
      }),
    );
  });

  it('recomputes Z to the last bit as it was', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const kept = record(keeping(model, 'Z'));
        const recomputed = record(keeping(model, 'none'));
        for (const name of kept.buffers.keys())
          expect(recomputed.buffers.get(name)).toEqual(kept.buffers.get(name));
      }),
    );
  });
});

/** The model with X and every parameter changed by f, a function of a number and its place. */
const disturbed = (model: Model, f: (x: number, k: number) => number): Model => {
  const changed = (matrix: Matrix): Matrix => ({ ...matrix, data: matrix.data.map(f) });
  const parameters = new Map([...model.parameters].map(([name, matrix]) => [name, changed(matrix)]));
  return { ...model, X: changed(model.X), parameters };
};

describe('numbers that overflow', () => {
  describe.each(lossNames)('under %s', (loss) => {
    it.each(activationNames)('never stop a pass with %s, whatever is kept', (activation) => {
      for (const precision of ['float32', 'float64'] as const)
        for (const keep of keepRuleNames) {
          const model = modelFrom({
            layers: [
              { activation, keep },
              { activation, keep },
            ],
            loss,
            precision,
          });
          for (const f of [
            (x: number) => x * 1e300,
            () => -1e38,
            (x: number, k: number) => (k % 3 ? x : Number.NaN),
          ]) {
            const trace = record(disturbed(model, f));
            expect(trace.steps.at(-1)!.op).toBe('bias');
            expect(frameAt(trace, trace.steps.length).index).toBe(trace.steps.length);
          }
        }
    });
  });

  it('are infinities and NaN in the buffers', () => {
    const model = modelFrom({ layers: [{ activation: 'linear' }, { activation: 'linear' }] });
    const { buffers } = record(disturbed(model, () => 1e200));
    expect([...buffers.get('Z1')!.data].every((z) => z === Infinity)).toBe(true);
    expect(buffers.get('cost')!.data[0]).toBe(Infinity);
  });
});

describe('a step', () => {
  it('is the same by what it does, not by its number', () => {
    const step = { phase: 'backward', op: 'weights', layer: 2 } as const;
    expect(sameStep(step, { ...step })).toBe(true);
    for (const other of [{ phase: 'forward' }, { op: 'bias' }, { layer: 1 }] as const)
      expect(sameStep(step, { ...step, ...other })).toBe(false);
  });

  it('does what no other step of its pass does, so that it can be found again', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork, anyRegularised), fc.constantFrom(0, 1, 2, 3), (model, checkpoint) => {
        const { steps } = record({ ...model, ...(checkpoint && { checkpoint }) });
        for (const step of steps) expect(steps.filter((other) => sameStep(step, other))).toEqual([step]);
      }),
    );
  });
});

describe('the key of a slot', () => {
  it('tells layer, cache and slot', () => {
    expect(slotKey({ layer: 2, cache: 'linear', slot: 'A_prev' })).toBe('2.linear.A_prev');
  });
});
