import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskEffects, withRelu } from '../../src/compare/masks';
import { fromRows, map } from '../../src/core/math/matrix';
import { firstChoice } from '../../src/state/choice/choice';
import { setInit } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { defineOwn } from '../core/define-own';
import { modelFrom } from '../core/models';

const effectsOf = (trace: ReturnType<typeof withRelu>, l: number) =>
  Object.fromEntries(maskEffects(trace, l).map((effect) => [effect.comparison, effect]));

describe('the masks that comparisons make', () => {
  it('agree for Z > 0 and A > 0, and give the gradient of the pass, whatever the numbers are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(1, 2), (seed, l) => {
        const effects = effectsOf(withRelu(modelOf(setInit({ seed })(firstChoice)), l), l);
        expect(effects['A > 0']!.mask.data).toEqual(effects['Z > 0']!.mask.data);
        expect(effects['Z > 0']!.change).toBe(0);
        expect(effects['A > 0']!.change).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('change nothing that the right ones do not, where dA is NaN', () => {
    const model = modelFrom({
      inputs: 1,
      layers: [
        { activation: 'tanh', units: 2 },
        { activation: 'sigmoid', units: 1 },
      ],
      loss: 'binary_cross_entropy',
      m: 2,
    });
    const far = map(model.parameters.get('b2')!, () => 1000);
    const trace = withRelu({ ...model, parameters: new Map(model.parameters).set('b2', far) }, 1);
    expect(trace.buffers.get('dA1')!.data.some(Number.isNaN)).toBe(true);
    expect(effectsOf(trace, 1)['Z > 0']!.change).toBe(0);
    expect(effectsOf(trace, 1)['A > 0']!.change).toBe(0);
  });

  it('are those of relu in the place of an own formula', () => {
    const own = defineOwn(
      { formula: 'z*z*z' },
      {
        g: (z) => z ** 3,
        fromZ: (z) => 3 * z ** 2,
        tex: { g: 'z^3', slope: { Z: '3z^2' } },
        costs: { g: [2, 0], Z: [2, 0] },
      },
    );
    const drawn = modelFrom({ layers: [{ activation: 'tanh' }, { activation: 'tanh' }] });
    const [hidden, last] = drawn.layers;
    const model = { ...drawn, layers: [{ ...hidden!, activation: 'cube', own }, last!] };
    const [relu] = withRelu(model, 1).model.layers;
    expect(relu).toMatchObject({ activation: 'relu' });
    expect(
      withRelu(model, 1)
        .buffers.get('A1')!
        .data.every((a) => a >= 0),
    ).toBe(true);
  });

  it('are all ones for A >= 0, which lets every gradient through', () => {
    const trace = withRelu(modelOf(firstChoice), 1);
    const { open, mask, change } = effectsOf(trace, 1)['A >= 0']!;
    expect(open).toBe(32);
    expect(Array.from(mask.data)).toEqual(Array.from({ length: 32 }, () => 1));
    expect(change).toBeGreaterThan(0.01);
  });

  it('differ between Z > 0 and Z >= 0 at exactly 0 alone', () => {
    const model = modelOf(firstChoice);
    const zero = { ...model, X: fromRows([Array(8).fill(0), Array(8).fill(0)], 'float32') };
    const effects = effectsOf(withRelu(zero, 1), 1);
    expect(effects['Z > 0']!.open).toBe(0);
    expect(effects['Z >= 0']!.open).toBe(32);
  });
});
