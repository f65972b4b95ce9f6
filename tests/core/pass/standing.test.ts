import { describe, expect, it } from 'vitest';
import { buffersOf, contentOf } from '../../../src/core/contents';
import { frameAt } from '../../../src/core/pass/frame';
import type { KeepRuleName } from '../../../src/core/keep-rules';
import { record } from '../../../src/core/pass/record';
import { modelFrom } from '../models';

const network = (keep: KeepRuleName) =>
  modelFrom({
    layers: [
      { activation: 'tanh', keep },
      { activation: 'sigmoid', keep },
    ],
  });

/** What stands in the first cell of a place once all steps are done, with the first cells of some tensors set to 7. */
function standing(keep: KeepRuleName, place: string, ...tensors: string[]): number {
  const changes = tensors.map((tensor) => ({ tensor, row: 0, col: 0, value: 7 }));
  const trace = record(network(keep), undefined, changes);
  return contentOf(frameAt(trace, trace.steps.length).places.get(place)!, trace).data[0]!;
}

const computed = (keep: KeepRuleName, tensor: string) => record(network(keep)).buffers.get(tensor)!.data[0]!;

describe('what stands at a place', () => {
  it('is in a cache what it was changed to, and in the forward lane what was computed', () => {
    expect(standing('Z', 'cache:1.activation.Z', 'Z1')).toBe(7);
    expect(standing('Z', 'forward:Z1', 'Z1')).toBe(computed('Z', 'Z1'));
  });

  it('is the same in both slots of one buffer', () => {
    expect(standing('A', 'cache:1.activation.A', 'A1')).toBe(7);
    expect(standing('A', 'cache:2.linear.A_prev', 'A1')).toBe(7);
  });

  it('is given in the forward lane and changed in the cache, for what belongs to the caller', () => {
    expect(standing('Z', 'forward:W1', 'W1')).toBe(computed('Z', 'W1'));
    expect(standing('Z', 'cache:1.linear.W', 'W1')).toBe(7);
  });

  it('is in the forward lane what was computed again, once it was', () => {
    const again = standing('none', 'forward:Z1', 'b1');
    expect(again).toBeCloseTo(computed('none', 'Z1') - computed('none', 'b1') + 7, 12);
  });

  it('is in any pass without changes what its record has', () => {
    const trace = record(network('none'));
    for (const place of frameAt(trace, trace.steps.length).places.values())
      expect(contentOf(place, trace)).toBe(trace.buffers.get(place.tensor));
  });
});

describe('what a step read and wrote', () => {
  it('is what was computed up to the cost, and what stands in the caches from its gradient on', () => {
    const trace = record(network('Z'), undefined, [{ tensor: 'A1', row: 0, col: 0, value: 7 }]);
    const read = trace.steps.map((step) => buffersOf(step, trace).get('A1')!.data[0] === 7);
    expect(read).toEqual(trace.steps.map(({ phase, op }) => phase === 'backward' || op === 'cost_gradient'));
  });
});
