import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Birth, birthInWords, birthsAt, birthsIn } from '../../../../src/core/checks/births/births';
import { fromRows, map } from '../../../../src/core/math/matrix';
import type { Layer, Model } from '../../../../src/core/model/model';
import { record } from '../../../../src/core/pass/record';
import { defineOwn } from '../../define-own';
import { anyRegularised, modelFrom } from '../../models';

/** A network of one layer and one unit, whose Z are those numbers. */
function unit(
  activation: string,
  zs: readonly number[],
  ys: readonly number[],
  { own, ...changes }: Partial<Model> & Partial<Pick<Layer, 'own'>> = {},
): Model {
  const plain = modelFrom({ inputs: 1, layers: [{ activation: 'sigmoid', units: 1 }], m: zs.length });
  return {
    ...plain,
    layers: [{ ...plain.layers[0]!, activation, own }],
    X: fromRows([[...zs]], 'float64'),
    Y: fromRows([[...ys]], 'float64'),
    parameters: new Map([
      ['W1', fromRows([[1]], 'float64')],
      ['b1', fromRows([[0]], 'float64')],
    ]),
    ...changes,
  };
}

const told = (model: Model): string[] => birthsIn(record(model)).map(birthInWords);

describe('where the first NaN and the first infinity are born', () => {
  it('is nowhere in a pass that is finite', () => {
    expect(told(unit('sigmoid', [1, 2], [0, 1]))).toEqual([]);
  });

  it('is J, and then ∞ · 0, where A is exactly 1 under binary cross entropy', () => {
    expect(told(unit('sigmoid', [1, 40], [1, 0], { loss: 'binary_cross_entropy' }))).toEqual([
      '∞ is born at step 3, ln 0 at J: A[1] (1, 2) is exactly 1 where Y is 0.',
      'NaN is born at step 5, ∞ · 0 at dZ[1] (1, 2): A is exactly 1.',
    ]);
    expect(told(unit('sigmoid', [-800], [1], { loss: 'binary_cross_entropy' }))).toEqual([
      '∞ is born at step 3, ln 0 at J: A[1] (1, 1) is exactly 0 where Y is 1.',
      'NaN is born at step 5, −∞ · 0 at dZ[1] (1, 1): A is exactly 0.',
    ]);
  });

  it('is J alone where the output is fused', () => {
    expect(told(unit('sigmoid', [40], [0], { loss: 'binary_cross_entropy', output: 'fused' }))).toEqual([
      '∞ is born at step 3, ln 0 at J: A[1] (1, 1) is exactly 1 where Y is 0.',
    ]);
  });

  it('is J where the logarithm has a negative number', () => {
    expect(told(unit('linear', [-0.3], [1], { loss: 'binary_cross_entropy' }))).toEqual([
      'NaN is born at step 3, ln of a negative number at J: A[1] (1, 1) is −0.3 where Y is 1.',
    ]);
  });

  it('is a column of softmax in which an output is exactly 0', () => {
    const model = modelFrom({
      inputs: 1,
      layers: [{ activation: 'softmax', units: 2 }],
      loss: 'categorical_cross_entropy',
      m: 1,
    });
    const far = {
      ...model,
      X: fromRows([[1]], 'float64'),
      Y: fromRows([[0], [1]], 'float64'),
      parameters: new Map(model.parameters).set('W1', fromRows([[900], [0]], 'float64')),
    };
    expect(told(far).at(-1)).toBe('NaN is born at step 5, 0 · −∞ at dZ[1] (1, 1): A[1] (2, 1) is exactly 0.');
  });

  it('is the slope of an own formula that has none', () => {
    const own = defineOwn(
      { formula: 'nan(z)' },
      {
        g: (z) => z,
        fromZ: () => Number.NaN,
        tex: { g: 'z', slope: { Z: '1' } },
        costs: { g: [0, 0], Z: [0, 0] },
      },
    );
    expect(told(unit('nan(z)', [3], [2], { own }))).toEqual([
      'NaN is born at step 5, 1 · NaN at dZ[1] (1, 1): g′(3) is NaN.',
    ]);
  });

  it('is an own formula that overflows, or that gives no number', () => {
    const parts = {
      fromZ: () => 1,
      tex: { g: 'z', slope: { Z: '1' } },
      costs: { g: [0, 0], Z: [0, 0] },
    } as const;
    const over = defineOwn({ formula: 'over(z)' }, { ...parts, g: (z) => Math.exp(z) });
    const root = defineOwn({ formula: 'root(z)' }, { ...parts, g: Math.sqrt });
    expect(told(unit('over(z)', [1, 800], [2, 2], { own: over }))[0]).toBe(
      '∞ is born at step 2, g(800) at A[1] (1, 2): it, or a part of it, is beyond what float64 holds.',
    );
    expect(told(unit('root(z)', [-4], [2], { own: root }))).toEqual([
      'NaN is born at step 2, g(−4) at A[1] (1, 1): the result is not a number.',
    ]);
  });

  it('is a sum that is larger than what the format holds', () => {
    const model = unit('linear', [1e200], [0], {
      parameters: new Map([
        ['W1', fromRows([[1e200]], 'float64')],
        ['b1', fromRows([[0]], 'float64')],
      ]),
    });
    expect(told(model)[0]).toBe('∞ is born at step 1, W A + b at Z[1] (1, 1): beyond what float64 holds.');
  });

  it('is where it was given', () => {
    expect(told(unit('tanh', [1, Number.NaN], [0, 0]))).toEqual(['A[0] (1, 2) is given as NaN.']);
  });

  it('is told at its step alone', () => {
    const trace = record(unit('sigmoid', [40], [0], { loss: 'binary_cross_entropy' }));
    const at = trace.steps.map((step) => birthsAt(step, trace).map(({ of }: Birth) => of));
    expect(at.map(({ length }) => length)).toEqual([0, 0, 1, 0, 1, 0, 0]);
  });

  it('in every step is a place, and a reason', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity])
      for (const name of ['W1', 'b1', 'W2', 'b2']) {
        const model = modelFrom({ layers: [{ activation: 'tanh' }, { activation: 'linear' }] });
        const parameters = new Map(model.parameters);
        parameters.set(
          name,
          map(parameters.get(name)!, () => bad),
        );
        expect(told({ ...model, parameters })[0]).toMatch(/^[Wb]\[\d\] \(1, 1\) is given as (NaN|∞|−∞)\.$/);
      }
  });
});

describe('where the first NaN is born under batch norm', () => {
  it('is 0 · ∞ where ε is 0 and all examples are alike', () => {
    const plain = modelFrom({
      layers: [
        { activation: 'relu', batch_norm: { epsilon: 0, keep: 'normalised' } },
        { activation: 'linear' },
      ],
      m: 1,
    });
    expect(told(plain)).toEqual([
      '∞ is born at step 2, 1 / 0 in 1/√(σ² + ε) at inv_std[1] (1, 1): ε is 0, and Z is the same in all examples.',
      'NaN is born at step 2, 0 · ∞ in (Z − μ)/σ at Znorm[1] (1, 1): ε is 0, and Z is the same in all examples.',
    ]);
  });

  it('is told in a sentence, whichever step it is and whatever it is made of', () => {
    fc.assert(
      fc.property(anyRegularised, fc.nat(), fc.constantFrom(1e160, -1e308, 1e308), (model, which, size) => {
        const [name] = [...model.parameters.keys()].slice(which % model.parameters.size);
        const parameters = new Map(model.parameters).set(
          name!,
          map(model.parameters.get(name!)!, (x) => x * size),
        );
        for (const sentence of told({ ...model, parameters }))
          expect(sentence).toMatch(/^(NaN|∞|−∞) is born at step \d+, .+ at (J|\S+ \(\d+, \d+\)): .+\.$/);
      }),
    );
  });
});
