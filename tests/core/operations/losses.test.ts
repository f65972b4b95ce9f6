import { describe, expect, it } from 'vitest';
import { fromRows, type Matrix, toRows } from '../../../src/core/math/matrix';
import { type LossName, losses, lossNames } from '../../../src/core/operations/losses';

const matrix = (...rows: number[][]): Matrix => fromRows(rows, 'float64');

const costOf = (name: LossName, A: Matrix, Y: Matrix) => losses[name].cost(A, Y);

const gradientOf = (name: LossName, A: Matrix, Y: Matrix) => toRows(losses[name].gradient(A, Y));

describe('the cost', () => {
  it('of binary_cross_entropy is the mean of −ln of what was given to the right class', () => {
    const cost = costOf('binary_cross_entropy', matrix([0.5, 0.25]), matrix([1, 0]));
    expect(cost).toBeCloseTo((Math.LN2 + Math.log(4 / 3)) / 2, 15);
  });

  it('of binary_cross_entropy keeps its digits where A is next to 0', () => {
    expect(costOf('binary_cross_entropy', matrix([1e-20]), matrix([0]))).toBe(1e-20);
  });

  it('of categorical_cross_entropy is the mean over examples, not over cells', () => {
    const A = matrix([0.5, 0.125], [0.25, 0.25], [0.25, 0.625]);
    const Y = matrix([1, 0], [0, 1], [0, 0]);
    expect(costOf('categorical_cross_entropy', A, Y)).toBeCloseTo((Math.LN2 + 2 * Math.LN2) / 2, 15);
  });

  it('of mean_squared_error is Σ(A − Y)² / 2m, whatever the number of rows', () => {
    expect(costOf('mean_squared_error', matrix([1, 2], [3, 4]), matrix([0, 0], [0, 1]))).toBe(
      (1 + 4 + 9 + 9) / 4,
    );
  });
});

describe('the gradient', () => {
  it('of binary_cross_entropy is (1 − Y)/(1 − A) − Y/A', () => {
    expect(gradientOf('binary_cross_entropy', matrix([0.5, 0.75, 0.25]), matrix([1, 0, 0.5]))).toEqual([
      [-2, 4, 0.5 / 0.75 - 2],
    ]);
  });

  it('of categorical_cross_entropy is −Y/A', () => {
    expect(gradientOf('categorical_cross_entropy', matrix([0.25], [0.75]), matrix([1], [0]))).toEqual([
      [-4],
      [-0],
    ]);
  });

  it('of mean_squared_error is A − Y', () => {
    expect(gradientOf('mean_squared_error', matrix([1, -2]), matrix([0.5, 3]))).toEqual([[0.5, -5]]);
  });

  it.each(lossNames)('of %s is m times the central difference of the cost', (name) => {
    const [a, y, h] = [[0.3, 0.6, 0.8], [0.25, 0.5, 1], 1e-6];
    const Y = matrix(y);
    const slopes = a.map((_, j) => {
      const [above, below] = [h, -h].map((change) => matrix(a.map((x, k) => (k === j ? x + change : x))));
      return (3 * (costOf(name, above!, Y) - costOf(name, below!, Y))) / (2 * h);
    });
    gradientOf(name, matrix(a), Y)[0]!.forEach((slope, j) => {
      expect(slope).toBeCloseTo(slopes[j]!, 8);
    });
  });

  it('is stored as A is', () => {
    const A = fromRows([[0.3]], 'float32');
    for (const name of lossNames) expect(losses[name].gradient(A, matrix([1])).type).toBe('float32');
  });
});

describe('an output that is wholly right or wrong', () => {
  it.each<LossName>(['binary_cross_entropy', 'categorical_cross_entropy'])(
    'costs nothing under %s where it is right: 0 · ∞ is 0 there',
    (name) => {
      const A = matrix([1], [0]);
      expect(costOf(name, A, A)).toBe(0);
      expect(gradientOf(name, A, A)[0]).toEqual([-1]);
    },
  );

  it.each<[LossName, number]>([
    ['binary_cross_entropy', 1],
    ['binary_cross_entropy', 0],
    ['categorical_cross_entropy', 1],
  ])('costs infinity under %s where it is wrong about a label %d', (name, y) => {
    expect(costOf(name, matrix([1 - y]), matrix([y]))).toBe(Infinity);
    expect(Math.abs(gradientOf(name, matrix([1 - y]), matrix([y]))[0]![0]!)).toBe(Infinity);
  });

  it.each(lossNames)('NaN under %s costs NaN', (name) => {
    expect(costOf(name, matrix([Number.NaN]), matrix([1]))).toBeNaN();
  });

  it('that is no probability costs NaN under the cross-entropies, and does not throw', () => {
    expect(costOf('binary_cross_entropy', matrix([1.5]), matrix([0.5]))).toBeNaN();
    expect(costOf('categorical_cross_entropy', matrix([-0.5]), matrix([1]))).toBeNaN();
  });
});
