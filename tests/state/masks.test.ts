import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../src/core/matrix';
import { modelOf } from '../../src/state/build';
import { firstChoice } from '../../src/state/choice';
import { setInit } from '../../src/state/edits';
import { maskEffects, withRelu } from '../../src/state/masks';

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
