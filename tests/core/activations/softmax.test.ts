import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationOf } from '../../../src/core/activations';
import { cacheOf } from '../../../src/core/activations/cells';
import { largestDistance } from '../../../src/core/checks/distance';
import {
  cell,
  fromRows,
  largestMagnitude,
  type Matrix,
  map,
  type Precision,
  toRows,
} from '../../../src/core/math/matrix';

const { forward, backward, derive } = activationOf('softmax');

/** Two matrices (n, m) of one shape: a Z and a dA. */
const pairs = fc
  .record({ n: fc.integer({ min: 1, max: 5 }), m: fc.integer({ min: 1, max: 4 }) })
  .chain(({ n, m }) => {
    const numbers = fc.double({ min: -20, max: 20, noNaN: true });
    const row = fc.array(numbers, { minLength: m, maxLength: m });
    const matrix = fc.array(row, { minLength: n, maxLength: n }).map((rows) => fromRows(rows, 'float64'));
    return fc.tuple(matrix, matrix);
  });

const column = (matrix: Matrix, j: number): number[] => toRows(matrix).map((row) => row[j]!);

describe('softmax', () => {
  it('makes every column add up to 1', () => {
    fc.assert(
      fc.property(pairs, ([Z]) => {
        const A = forward(Z, 0);
        for (let j = 0; j < A.cols; j++)
          expect(column(A, j).reduce((sum, a) => sum + a, 0)).toBeCloseTo(1, 14);
      }),
    );
  });

  it('does not change when a constant is added to a column', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -700, max: 700 }), ([Z], constant) => {
        const shifted = map(Z, (z) => z + constant);
        expect(largestDistance(forward(shifted, 0), forward(Z, 0))).toBeLessThan(1e-12);
      }),
    );
  });

  it('has the values that follow from their ratios', () => {
    const Z = fromRows(
      [
        [0, 1000],
        [Math.log(3), 1000 + Math.log(3)],
      ],
      'float64',
    );
    for (const [i, row] of [
      [0.25, 0.25],
      [0.75, 0.75],
    ].entries())
      for (const [j, a] of row.entries()) expect(cell(forward(Z, 0), i, j)).toBeCloseTo(a, 12);
  });

  it('sends dA back through its whole Jacobian, diag(a) − a aᵀ, from A and from Z alike', () => {
    fc.assert(
      fc.property(pairs, ([Z, dA]) => {
        const A = forward(Z, 0);
        const product = map(dA, () => 0);
        for (let j = 0; j < A.cols; j++) {
          const a = column(A, j);
          a.forEach((ai, i) => {
            const row = a.map((ak, k) => (i === k ? ai : 0) - ai * ak);
            product.data[i * A.cols + j] = row.reduce((sum, J, k) => sum + J * cell(dA, k, j), 0);
          });
        }
        // Where the terms of a sum cancel, rounding is small beside what was summed; below the smallest normal number
        // each operation may be off by half of the smallest of all.
        const underflow = 4 * dA.rows * Number.MIN_VALUE;
        for (const dZ of [backward(cacheOf('A', A), dA, 0), backward(cacheOf('Z', Z), dA, 0)])
          dZ.data.forEach((x: number, k: number) => {
            expect(Math.abs(x - product.data[k]!)).toBeLessThanOrEqual(
              1e-13 * largestMagnitude(dA) + underflow,
            );
          });
      }),
    );
  });

  it('keeps digits from Z that A has lost to float32', () => {
    const Z = fromRows([[0], [20]], 'float32');
    const dA = fromRows([[0], [1]], 'float32');
    // A[1] is 1 − 2e-9, which float32 rounds to 1.
    const lost = column(backward(cacheOf('A', forward(Z, 0)), dA, 0), 0);
    const kept = column(backward(cacheOf('Z', Z), dA, 0), 0);
    expect(lost[1]).toBe(0);
    expect(kept[1]).toBeCloseTo(Math.exp(-20), 14);
  });

  it('has neither a mask nor a slope', () => {
    const Z = fromRows([[1]], 'float64');
    expect(derive('mask', Z, 0)).toBeUndefined();
    expect(derive('slope', Z, 0)).toBeUndefined();
  });

  it.each<Precision>(['float32', 'float64'])(
    'gives NaN for a whole column with NaN or infinity in %s',
    (precision) => {
      const Z = fromRows(
        [
          [Number.NaN, Infinity, 0],
          [1, 1, 0],
        ],
        precision,
      );
      expect(toRows(forward(Z, 0))).toEqual([
        [Number.NaN, Number.NaN, 0.5],
        [Number.NaN, Number.NaN, 0.5],
      ]);
    },
  );
});
