import { describe, expect, it } from 'vitest';
import { ordersOf, type Pair, summarizePairs } from '../../../src/compare/times/pairs';
import { subjectOf } from '../../../src/compare/times/subject';
import { record } from '../../../src/core/pass/record';
import { random } from '../../../src/data/random';

const times = (pass: number) => ({ pass, activations: pass / 10 });

describe('pairs of runs', () => {
  it('are summed up by medians, the ratio by that of each pair', () => {
    const pairs = Array.from({ length: 16 }, (_, i): Pair => [times(3 * (i + 1)), times(2 * (i + 1))]);
    const summary = summarizePairs(pairs);
    expect(summary.first.pass).toBe(25.5);
    expect(summary.second.pass).toBe(17);
    for (const what of ['pass', 'activations'] as const)
      for (const x of Object.values(summary.ratio[what])) expect(x).toBeCloseTo(1.5, 12);
    expect(summary.pairs).toBe(16);
  });

  it('come two by two in both orders, and a coin says which is first', () => {
    const orders = ordersOf(200, random(1));
    expect(orders).toHaveLength(200);
    const heads = Array.from({ length: 100 }, (_, i) => {
      const [one, other] = [orders[2 * i]!, orders[2 * i + 1]!];
      expect(other).toEqual([one[1], one[0]]);
      return one[0];
    });
    const tails = heads.filter((rule) => rule === 1).length;
    expect(tails).toBeGreaterThan(30);
    expect(tails).toBeLessThan(70);
  });

  it('have one order for one seed, and another for another', () => {
    expect(ordersOf(60, random(2))).toEqual(ordersOf(60, random(2)));
    expect(ordersOf(60, random(2))).not.toEqual(ordersOf(60, random(3)));
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
