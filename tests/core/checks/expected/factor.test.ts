import { describe, expect, it } from 'vitest';
import { factorBetween } from '../../../../src/core/checks/expected/factor';
import { fromRows, map } from '../../../../src/core/math/matrix';

const found = fromRows([[0.3, -0.7, 0, 1.1]], 'float64');
const isOff = (x: number, y: number) => Math.abs(x - y) > 1e-9 * Math.abs(y);
const factorOf = (right: typeof found, of = found) => factorBetween(of, right, isOff);

describe('the factor between two tensors', () => {
  it.each([2, 4, 1 / 3, 1 / 7, -1, -1000, 1.01, 5])(
    'is %d where every cell is taken times that',
    (factor) => {
      expect(factorOf(map(found, (x) => factor * x))).toBeCloseTo(factor, 12);
    },
  );

  it('is none where one cell is not', () => {
    const right = map(found, (x) => 2 * x);
    right.data[1]! += 1e-3;
    expect(factorOf(right)).toBeUndefined();
    const zero = map(found, (x) => 2 * x);
    zero.data[2] = 0.1;
    expect(factorOf(zero)).toBeUndefined();
  });

  it('is none where they are the same, or where one is 0', () => {
    expect(factorOf(found)).toBeUndefined();
    expect(factorOf(map(found, () => 0))).toBeUndefined();
    expect(
      factorBetween(
        map(found, () => 0),
        found,
        isOff,
      ),
    ).toBeUndefined();
  });

  it('of a single cell is told only where it is whole, or one over a whole number', () => {
    const one = fromRows([[0.3]], 'float64');
    expect(factorOf(fromRows([[0.9]], 'float64'), one)).toBeCloseTo(3, 12);
    expect(factorOf(fromRows([[0.1]], 'float64'), one)).toBeCloseTo(1 / 3, 12);
    expect(factorOf(fromRows([[0.7]], 'float64'), one)).toBeUndefined();
  });
});
