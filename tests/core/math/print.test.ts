import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areSameBits } from '../../../src/core/math/bits';
import { fromRows } from '../../../src/core/math/matrix';
import { printOf } from '../../../src/core/math/print';

const cells = fc.array(fc.oneof(fc.constantFrom(0, -0, 1, Number.NaN), fc.double()), {
  minLength: 6,
  maxLength: 6,
});
const matrices = fc
  .tuple(cells, fc.constantFrom('float32' as const, 'float64' as const), fc.boolean())
  .map(([x, type, tall]) =>
    fromRows(tall ? [x.slice(0, 2), x.slice(2, 4), x.slice(4)] : [x.slice(0, 3), x.slice(3)], type),
  );

it('is one for two matrices where they are the same to the bit, and only there', () => {
  fc.assert(
    fc.property(matrices, matrices, fc.nat(5), (a, b, k) => {
      expect(printOf(a) === printOf(b)).toBe(areSameBits(a, b));
      expect(printOf({ ...a, data: a.data.slice() })).toBe(printOf(a));
      const other = { ...a, data: a.data.slice() };
      other.data[k] = a.data[k] === 7 ? 8 : 7;
      expect(printOf(other)).not.toBe(printOf(a));
    }),
  );
});

it('differs for matrices of zeros of different shapes', () => {
  const shapes = [
    [1, 6],
    [2, 3],
    [3, 2],
    [6, 1],
    [1, 5],
  ] as const;
  const zeros = shapes.map(([rows, cols]) =>
    fromRows(
      Array.from({ length: rows }, () => Array(cols).fill(0)),
      'float32',
    ),
  );
  expect(new Set(zeros.map(printOf)).size).toBe(shapes.length);
});
