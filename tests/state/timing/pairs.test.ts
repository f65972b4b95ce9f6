import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { orderOf, summarizePairs } from '../../../src/state/timing/pairs';
import { subjectOf } from '../../../src/state/timing/subject';

const times = (pass: number) => ({ pass, activations: pass / 10 });

describe('pairs of runs', () => {
  it('are summed up by medians, the ratio by that of each pair', () => {
    const summary = summarizePairs([
      [times(10), times(20)],
      [times(100), times(100)],
      [times(30), times(20)],
    ]);
    expect(summary.first.pass).toBe(30);
    expect(summary.second.pass).toBe(20);
    expect(summary.ratio.pass).toBe(1);
    expect(summary.pairs).toBe(3);
  });

  it('are run in the other order every time', () => {
    expect([0, 1, 2].map(orderOf)).toEqual([
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('what is timed', () => {
  it('is a network of equal layers that runs, the same each time', () => {
    const size = { layers: 3, units: 8, m: 5 };
    const model = subjectOf('tanh', size);
    expect(model.layers.map(({ units }) => units)).toEqual([8, 8, 8]);
    expect(record(model).buffers.get('dW1')).toEqual(record(subjectOf('tanh', size)).buffers.get('dW1'));
  });
});
