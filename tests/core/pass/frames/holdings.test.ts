import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../src/compare/plans';
import { keepRuleNames } from '../../../../src/core/model/keep-rules';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { holdingsAt } from '../../../../src/core/pass/frames/holdings';
import { slotPlaceKey } from '../../../../src/core/pass/frames/place';
import { record } from '../../../../src/core/pass/record';
import { slotKey, type Trace } from '../../../../src/core/pass/trace';
import { firstChoice } from '../../../../src/state/choice/choice';
import { modelOf } from '../../../../src/state/choice/model-of';
import { anyNetwork, keeping } from '../../models';

const first = modelOf(firstChoice);

const sumAt = (trace: Trace, index: number): number =>
  Array.from(holdingsAt(trace, index).values()).reduce((sum, { bytes }) => sum + bytes, 0);

describe('what the slots hold', () => {
  it('adds up to the bytes held, at every step of whatever network', () => {
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom('as it is', 'checkpoint-2', 'least'), (model, plan) => {
        const trace = record(plan === 'as it is' ? model : planOf(plan).apply(model));
        for (const { index, cacheBytes } of trace.steps) expect(sumAt(trace, index)).toBe(cacheBytes);
      }),
    );
  });

  it.each(keepRuleNames)('is what the frame shows in them, with the keep rule %s', (keep) => {
    const trace = record(keeping(first, keep));
    for (const { index } of trace.steps) {
      const held = holdingsAt(trace, index);
      for (const { slot, tensor, freedAt, state } of frameAt(trace, index).places.values()) {
        if (!slot) continue;
        const stands = state !== 'empty' && freedAt === undefined;
        expect(held.get(slotKey(slot))?.tensor, `${slotPlaceKey(slot)} at ${index}`).toBe(
          stands ? tensor : undefined,
        );
      }
    }
  });

  it('is nothing where it is the caller’s, and where the same buffer is counted at another slot', () => {
    const held = holdingsAt(record(keeping(first, 'A')), 7);
    expect(held.get('1.linear.A_prev')).toMatchObject({ tensor: 'A0', bytes: 0, given: true });
    expect(held.get('2.linear.W')).toMatchObject({ bytes: 0, given: true });
    expect(held.get('1.activation.A')).toMatchObject({ bytes: 128, given: false });
    expect(held.get('2.linear.A_prev')).toMatchObject({
      bytes: 0,
      given: false,
      countedAt: { layer: 1, cache: 'activation', slot: 'A' },
    });
  });

  it('is counted at the slot that is left when the other is freed', () => {
    const trace = record(keeping(first, 'A'));
    const freed = trace.steps.find(({ cache }) =>
      cache.some(({ kind, layer, cache: of }) => kind === 'free' && layer === 3 && of === 'loss'),
    )!;
    expect(holdingsAt(trace, freed.index - 1).get('3.loss.A')?.bytes).toBe(0);
    expect(holdingsAt(trace, freed.index).get('3.activation.A')?.bytes).toBe(32);
  });
});
