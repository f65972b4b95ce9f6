import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  cell,
  type ElementType,
  fromRows,
  map,
  scalar,
  toRows,
  zeros,
  zip,
} from '../../../src/core/math/matrix';
import { rowMeans } from '../../../src/core/math/means';

const types: readonly ElementType[] = ['float32', 'float64', 'bit'];

const rowsOfNumbers = fc
  .record({ n: fc.integer({ min: 1, max: 6 }), m: fc.integer({ min: 1, max: 6 }) })
  .chain(({ n, m }) => {
    const row = fc.array(fc.double(), { minLength: m, maxLength: m });
    return fc.array(row, { minLength: n, maxLength: n });
  });

describe('a matrix', () => {
  it('gives back in float64 the rows it was made from', () => {
    fc.assert(
      fc.property(rowsOfNumbers, (rows) => {
        expect(toRows(fromRows(rows, 'float64'))).toEqual(rows);
      }),
    );
  });

  it('rounds to float32 what it stores as float32', () => {
    fc.assert(
      fc.property(rowsOfNumbers, (rows) => {
        expect(toRows(fromRows(rows, 'float32'))).toEqual(rows.map((row) => row.map(Math.fround)));
      }),
    );
  });

  it('finds a cell by its row and column', () => {
    const matrix = fromRows(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'float64',
    );
    expect(cell(matrix, 0, 2)).toBe(3);
    expect(cell(matrix, 1, 0)).toBe(4);
  });

  it.each(types)('of %s starts with zeros and has its shape', (type) => {
    const matrix = zeros(2, 3, type);
    expect(toRows(matrix)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(matrix).toMatchObject({ rows: 2, cols: 3, type });
  });

  it.each(types)('of %s may have no cells', (type) => {
    expect(toRows(zeros(0, 3, type))).toEqual([]);
    expect(toRows(zeros(3, 0, type))).toEqual([[], [], []]);
    expect(toRows(fromRows([], type))).toEqual([]);
  });

  it('of one cell is what a scalar is', () => {
    expect(toRows(scalar(0.1, 'float32'))).toEqual([[Math.fround(0.1)]]);
  });
});

describe('map and zip', () => {
  const matrix = fromRows([[1, -2]], 'float32');

  it('round their results when they store them, and leave their operands alone', () => {
    expect(toRows(map(matrix, (x) => x / 3))).toEqual([[Math.fround(1 / 3), Math.fround(-2 / 3)]]);
    expect(toRows(zip(matrix, matrix, (x, y) => x * y + 0.1))).toEqual([
      [Math.fround(1.1), Math.fround(4.1)],
    ]);
    expect(toRows(matrix)).toEqual([[1, -2]]);
  });

  it('store as their first operand is stored, map also as it is told', () => {
    const exact = fromRows([[1, 2]], 'float64');
    expect(map(matrix, (x) => x).type).toBe('float32');
    expect(map(matrix, (x) => Number(x > 0), 'bit')).toMatchObject({
      type: 'bit',
      data: Uint8Array.of(1, 0),
    });
    expect(zip(matrix, exact, (x) => x).type).toBe('float32');
    expect(zip(exact, matrix, (x) => x).type).toBe('float64');
  });
});

describe('the row means', () => {
  it('are a column with the mean of each row', () => {
    expect(
      rowMeans(
        fromRows(
          [
            [1, 2, 6],
            [-1, 0, 1],
          ],
          'float64',
        ),
      ),
    ).toEqual(fromRows([[3], [0]], 'float64'));
  });

  it('are summed one after the other in their own precision', () => {
    const row = [2 ** 24, 1, 1, 2];
    expect(toRows(rowMeans(fromRows([row], 'float64')))).toEqual([[(2 ** 24 + 4) / 4]]);
    // In float32, 2^24 + 1 is 2^24 again.
    const means = rowMeans(fromRows([row], 'float32'));
    expect(toRows(means)).toEqual([[(2 ** 24 + 2) / 4]]);
    expect(means.type).toBe('float32');
  });
});

describe('the bytes of a matrix', () => {
  it('are 4 a cell in float32 and 8 in float64', () => {
    expect(bytesOf(3, 5, 'float32')).toBe(60);
    expect(bytesOf(3, 5, 'float64')).toBe(120);
  });

  it.each([
    [1, 1, 1],
    [2, 4, 1],
    [3, 3, 2],
    [4, 8, 4],
    [5, 5, 4],
    [0, 5, 0],
  ])('of bits, %i by %i, are %i: one bit a cell, rounded up for the whole', (rows, cols, bytes) => {
    expect(bytesOf(rows, cols, 'bit')).toBe(bytes);
  });
});
