import { describe, expect, it } from 'vitest';
import type { KeepRuleName } from '../../../../src/core/model/keep-rules';
import { computedIn } from '../../../../src/core/pass/frames/computed';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import { modelFrom } from '../../models';

const network = (keep: KeepRuleName) =>
  modelFrom({
    layers: [
      { activation: 'tanh', keep },
      { activation: 'sigmoid', keep },
    ],
  });

/** A pass in which the first cells of some cached tensors are set to 7. */
const changedPass = (keep: KeepRuleName, ...tensors: string[]) =>
  record(
    network(keep),
    undefined,
    tensors.map((tensor) => ({ tensor, row: 0, col: 0, value: 7 })),
  );

/** What stands in the first cell of a place once all steps are done. */
function standing(keep: KeepRuleName, place: string, ...tensors: string[]): number {
  const trace = changedPass(keep, ...tensors);
  return frameAt(trace, trace.steps.length).places.get(place)!.value.matrix.data[0]!;
}

const computed = (keep: KeepRuleName, tensor: string) => record(network(keep)).buffers.get(tensor)!.data[0]!;

describe('what stands at a place', () => {
  it('is in a cache what it was changed to, and in the forward lane what was computed', () => {
    expect(standing('Z', 'cache:1.activation.Z', 'Z1')).toBe(7);
    expect(standing('Z', 'forward:Z1', 'Z1')).toBe(computed('Z', 'Z1'));
  });

  it('is the same in both slots of one value', () => {
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
    for (const { value, tensor } of frameAt(trace, trace.steps.length).places.values())
      expect(value.matrix).toBe(trace.buffers.get(tensor));
  });
});

describe('what a step read and wrote', () => {
  it.each(['Z', 'A'] as const)(
    'is what was computed up to the cost, and what stands in the caches from its gradient on, keeping %s',
    (keep) => {
      const { steps } = changedPass(keep, 'A1', 'A2');
      const touched = steps.flatMap((step) =>
        [...step.reads, ...step.writes]
          .filter(({ name }) => name === 'A1' || name === 'A2')
          .map(({ matrix }) => ({ step, isChanged: matrix.data[0] === 7 })),
      );
      expect(touched.map(({ isChanged }) => isChanged)).toEqual(
        touched.map(({ step: { phase, op } }) => phase === 'backward' || op === 'cost_gradient'),
      );
      expect(new Set(touched.map(({ isChanged }) => isChanged)).size).toBe(2);
    },
  );
});

describe('what was computed', () => {
  it('is of several values of one name the first, and what stands at the end is the last', () => {
    const trace = changedPass('none', 'b1');
    const [first, again] = trace.values.filter(({ name }) => name === 'Z1');
    expect(computedIn(trace).get('Z1')).toBe(first!.matrix);
    expect(trace.buffers.get('Z1')).toBe(again!.matrix);
    expect(again!.matrix).not.toEqual(first!.matrix);
  });

  it('is of a cached value what it was before it was changed, and of the parameters what was given', () => {
    const trace = changedPass('Z', 'Z1', 'W1');
    expect(computedIn(trace).get('Z1')).toEqual(record(network('Z')).buffers.get('Z1'));
    expect(computedIn(trace).get('W1')).toBe(trace.model.parameters.get('W1'));
    for (const name of ['Z1', 'W1']) expect(trace.buffers.get(name)!.data[0]).toBe(7);
  });

  it('is in a pass in which every name is written once what stands at its end', () => {
    const trace = record(network('Z'));
    expect(computedIn(trace)).toEqual(trace.buffers);
  });
});
