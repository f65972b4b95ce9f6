import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestDistance } from '../../../src/core/checks/distance';
import {
  absolute,
  fromRows,
  type Matrix,
  type Precision,
  toRows,
  zeros,
} from '../../../src/core/math/matrix';
import { multiply } from '../../../src/core/math/multiply';
import { transposed } from '../../../src/core/math/view';
import { random } from '../../../src/data/random';

/** A·B as it is taught: one sum for each cell, by default in float64. */
const plainly = (
  a: number[][],
  b: number[][],
  add = (sum: number, x: number, y: number) => sum + x * y,
): number[][] => a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, p) => add(sum, x, b[p]![j]!), 0)));

const turned = (rows: number[][]): number[][] => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

const size = fc.integer({ min: 1, max: 13 });

const matrixOf = (rows: number, cols: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: cols, maxLength: cols }), {
    minLength: rows,
    maxLength: rows,
  });

/** A (n, k), B (k, m) and a column (n, 1), whose sizes are mostly no multiples of a tile. */
const factors = fc
  .tuple(size, size, size)
  .chain(([n, k, m]) => fc.tuple(matrixOf(n, k), matrixOf(k, m), matrixOf(n, 1)));

const inFloat64 = (rows: number[][]): Matrix => fromRows(rows, 'float64');

describe('the matrix product', () => {
  it('is that of a plain triple loop, whatever the sizes', () => {
    fc.assert(
      fc.property(factors, ([a, b]) => {
        expect(toRows(multiply(inFloat64(a), inFloat64(b), 'float64'))).toEqual(plainly(a, b));
      }),
    );
  });

  it('takes a transpose of either side, or of both, as a view', () => {
    fc.assert(
      fc.property(factors, ([a, b]) => {
        const [left, right] = [transposed(inFloat64(turned(a))), transposed(inFloat64(turned(b)))];
        const product = plainly(a, b);
        expect(toRows(multiply(left, inFloat64(b), 'float64'))).toEqual(product);
        expect(toRows(multiply(inFloat64(a), right, 'float64'))).toEqual(product);
        expect(toRows(multiply(left, right, 'float64'))).toEqual(product);
      }),
    );
  });

  it('adds a column and divides before it stores', () => {
    fc.assert(
      fc.property(factors, fc.integer({ min: 1, max: 17 }), ([a, b, plus], dividedBy) => {
        const expected = plainly(a, b).map((row, i) => row.map((x) => (x + plus[i]![0]!) / dividedBy));
        const finish = { plus: inFloat64(plus), dividedBy };
        expect(toRows(multiply(inFloat64(a), inFloat64(b), 'float64', finish))).toEqual(expected);
      }),
    );
  });

  it('rounds every product, every sum and what comes after in float32, k ascending', () => {
    fc.assert(
      fc.property(factors, ([a, b, plus]) => {
        const [A, B, column] = [a, b, plus].map((rows) => fromRows(rows, 'float32')) as [
          Matrix,
          Matrix,
          Matrix,
        ];
        const { fround } = Math;
        const sums = plainly(toRows(A), toRows(B), (sum, x, y) => fround(sum + fround(x * y)));
        const expected = sums.map((row, i) => row.map((x) => fround(fround(x + column.data[i]!) / 3)));
        const product = multiply(A, B, 'float32', { plus: column, dividedBy: 3 });
        expect(toRows(product)).toEqual(expected);
      }),
    );
  });

  it('rounds operands that are wider than its precision, as code that stores them does', () => {
    const [tenth, third] = [inFloat64([[0.1]]), inFloat64([[1 / 3]])];
    const { fround } = Math;
    expect(toRows(multiply(tenth, third, 'float32'))).toEqual([[fround(fround(0.1) * fround(1 / 3))]]);
  });

  it('is off in float32 by no more than γ_(k+2) of what it sums', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer(), (k, seed) => {
        const { normal } = random(seed);
        const row = (length: number) => Array.from({ length }, normal);
        const [A, B] = [fromRows([row(k), row(k)], 'float32'), transposed(fromRows([row(k)], 'float32'))];
        const plus = fromRows([[1], [-1]], 'float32');
        const finish = { plus, dividedBy: 3 };
        const single = multiply(A, B, 'float32', finish);
        const double = multiply(A, B, 'float64', finish);
        const terms = multiply(
          absolute(A),
          transposed(absolute(fromRows([[...B.data]], 'float32'))),
          'float64',
          {
            plus: absolute(plus),
            dividedBy: 3,
          },
        );
        // Higham, Accuracy and Stability of Numerical Algorithms (2002), section 3.1: k products and sums, + and ÷.
        const unit = 2 ** -24;
        const gamma = ((k + 2) * unit) / (1 - (k + 2) * unit);
        single.data.forEach((x, i) => {
          expect(Math.abs(x - double.data[i]!)).toBeLessThanOrEqual(gamma * terms.data[i]!);
        });
      }),
    );
  });

  it('agrees on sizes of a real layer', () => {
    const wavy = (rows: number, cols: number) =>
      inFloat64(
        Array.from({ length: rows }, (_, i) =>
          Array.from({ length: cols }, (_, j) => Math.sin(i * cols + j)),
        ),
      );
    const [a, b] = [wavy(65, 130), wavy(130, 67)];
    expect(largestDistance(multiply(a, b, 'float64'), inFloat64(plainly(toRows(a), toRows(b))))).toBe(0);
  });

  it.each<Precision>(['float32', 'float64'])('may have no cells, or sums of nothing, in %s', (precision) => {
    const none = (rows: number, cols: number) => zeros(rows, cols, precision);
    expect(toRows(multiply(none(0, 3), none(3, 2), precision))).toEqual([]);
    expect(toRows(multiply(none(2, 3), none(3, 0), precision))).toEqual([[], []]);
    const plus = fromRows([[7], [8]], precision);
    expect(toRows(multiply(none(2, 0), none(0, 1), precision, { plus }))).toEqual([[7], [8]]);
  });

  it('keeps an infinity or NaN to the row and column it stands in', () => {
    const a = inFloat64([[Infinity], [1], [0], [1], [Number.NaN]]);
    const b = inFloat64([[1, 0, -1, 1, 1]]);
    expect(toRows(multiply(a, b, 'float64'))).toEqual(plainly(toRows(a), toRows(b)));
  });

  it('refuses sizes that do not fit, and says which', () => {
    expect(() => multiply(zeros(2, 3, 'float64'), zeros(4, 5, 'float64'), 'float64')).toThrow(
      'cannot multiply 2 by 3 with 4 by 5',
    );
  });
});

describe('a transpose', () => {
  it('shares the numbers of its matrix, and turned twice is the matrix', () => {
    const matrix = inFloat64([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(transposed(matrix).data).toBe(matrix.data);
    const identity = inFloat64([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(toRows(multiply(transposed(transposed(matrix)), identity, 'float64'))).toEqual(toRows(matrix));
  });
});
