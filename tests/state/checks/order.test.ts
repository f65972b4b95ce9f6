import { describe, expect, it } from 'vitest';
import { zeros } from '../../../src/core/math/matrix';
import { fairOrder } from '../../../src/state/checks/order';

const parameters = new Map([
  ['W1', zeros(20, 30, 'float32')],
  ['b1', zeros(20, 1, 'float32')],
  ['W2', zeros(3, 20, 'float32')],
]);

const order = [...fairOrder({ parameters })];

describe('the order in which parameters are checked', () => {
  it('has each number of each parameter once', () => {
    const keys = order.map(({ parameter, k }) => `${parameter} ${k}`);
    expect(keys).toHaveLength(680);
    expect(new Set(keys).size).toBe(680);
    for (const { parameter, k } of order) expect(k).toBeLessThan(parameters.get(parameter)!.data.length);
  });

  it('takes all parameters in turn, so that the first numbers are of every layer', () => {
    expect(order.slice(0, 6).map(({ parameter }) => parameter)).toEqual(['W1', 'b1', 'W2', 'W1', 'b1', 'W2']);
  });

  it('goes on with those that are left once the small ones are done', () => {
    expect(order.slice(-100).every(({ parameter }) => parameter === 'W1')).toBe(true);
  });

  it('is shuffled within a parameter, and the same every time', () => {
    const ofW1 = order.filter(({ parameter }) => parameter === 'W1').map(({ k }) => k);
    expect(ofW1).not.toEqual(ofW1.toSorted((a, b) => a - b));
    expect([...fairOrder({ parameters })]).toEqual(order);
  });
});
