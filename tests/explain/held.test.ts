import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../src/core/pass/record';
import { changeOf, heldAround } from '../../src/explain/held';
import { firstChoice } from '../../src/state/choice/choice';
import { setAllKeeps } from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { anyNetwork } from '../core/models';

const first = record(modelOf(firstChoice));

describe('the sum of the bytes held', () => {
  it('is what the ledger says before and after every step of whatever network', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const trace = record(model);
        for (const { index, cacheBytes } of trace.steps) {
          const { before, after, buffers } = heldAround(trace, index);
          expect(after).toBe(cacheBytes);
          expect(before).toBe(trace.steps[index - 2]?.cacheBytes ?? 0);
          expect(buffers.reduce((sum, buffer) => sum + buffer.after, 0)).toBe(after);
          expect(buffers.reduce((sum, buffer) => sum + buffer.before, 0)).toBe(before);
        }
      }),
    );
  });

  it('names each buffer once, with all its slots', () => {
    const { buffers, given } = heldAround(record(modelOf(setAllKeeps('A')(firstChoice))), 7);
    expect(buffers.find(({ tensor }) => tensor === 'A1')).toEqual({
      tensor: 'A1',
      where: "A in layer 1's activation_cache and A_prev in layer 2's linear_cache",
      before: 128,
      after: 128,
    });
    expect(given).toEqual(['A0', 'W1', 'b1', 'W2', 'b2', 'W3', 'b3']);
  });

  it('tells what a step keeps and what it lets go', () => {
    const changeAt = (index: number) => changeOf(heldAround(first, index));
    expect(changeAt(1)).toBeUndefined();
    expect(changeAt(2)).toBe('Z[1] is kept from here on');
    expect(changeAt(17)).toBe('Z[1] is freed');
  });
});
