import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, gate, type Open, within } from '../../../src/core/math/choose';
import { fromRows, type Matrix, map, type Precision, zip } from '../../../src/core/math/matrix';

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, 0, -1, 1, 6, Number.NaN, Infinity, -Infinity, 5e-324),
);

const open: fc.Arbitrary<Open> = fc.constantFrom([0, Infinity], [0, 6], [-1, 1], [-3, 3]);

const precision = fc.constantFrom<Precision>('float32', 'float64');

const rows = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 20 });

/** The same type and numbers, −0 apart from 0; NaN is one number, whatever its bits. */
const same = (a: Matrix, b: Matrix) => expect(a).toEqual(b);

describe('choices without a branch are those of the formulas', () => {
  it('of what lies between two ends', () => {
    fc.assert(
      fc.property(rows, open, precision, (pairs, [from, to], type) => {
        const x = fromRows(pairs, type);
        same(
          clamp(x, [from, to]),
          map(x, (z) => Math.min(Math.max(z, from), to)),
        );
      }),
    );
  });

  it('of whether a cell lies in an interval', () => {
    fc.assert(
      fc.property(rows, open, precision, (pairs, [from, to], type) => {
        const x = fromRows(pairs, type);
        same(
          within(x, [from, to]),
          map(x, (z) => Number(z > from && z < to), 'bit'),
        );
      }),
    );
  });

  it('of two factors, of which 0 lets nothing through', () => {
    const factor = fc.constantFrom(0, 1, 0.01, -0.2, Math.fround(1 / 6));
    fc.assert(
      fc.property(rows, open, precision, factor, factor, (pairs, [from, to], type, inside, outside) => {
        const d = fromRows(
          pairs.map(([x]) => [x]),
          type,
        );
        const by = fromRows(
          pairs.map(([, y]) => [y]),
          type,
        );
        const slope = (x: number) => (x > from && x < to ? inside : outside);
        same(
          gate(d, by, [from, to], inside, outside),
          zip(d, by, (a, x) => (slope(x) === 0 ? 0 : a * slope(x))),
        );
      }),
    );
  });
});
