import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedTo } from '../../../../src/core/checks/expected/digits';
import { fromRows } from '../../../../src/core/math/matrix';

const tensor = (...numbers: number[]) => fromRows([numbers], 'float64');

/** How far a number of one tensor may be from what was rounded to it, beside another tensor. */
const slack = (x: number, own: readonly number[], other: readonly number[] = []) =>
  roundedTo(
    new Map([
      ['dW1', tensor(...own)],
      ['db1', tensor(...other)],
    ]),
  )('dW1')(x);

describe('the digits given', () => {
  it('are those of the longest cell: zeros at the end of a number are not written', () => {
    expect(slack(0.25, [0.25, 0.12345678])).toBeCloseTo(0.5e-8, 15);
    expect(slack(2, [2, 0.12345678])).toBeCloseTo(0.5e-8, 15);
  });

  it('cover what was rounded to them, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 20 }),
        fc.integer({ min: 4, max: 8 }),
        (numbers, decimals) => {
          const printed = numbers.map((x) => Number(x.toFixed(decimals)));
          // A tensor with fewer digits than were printed, by chance, tells so little only in a file that has none.
          const file = [...printed, Number((1 / 3).toFixed(decimals))];
          numbers.forEach((x, k) => {
            if (printed.every((y) => y === 0)) return;
            expect(Math.abs(x - printed[k]!)).toBeLessThanOrEqual(slack(printed[k]!, file) * (1 + 1e-6));
          });
        },
      ),
    );
  });

  it('cover what was printed with a power of ten', () => {
    const numbers = [1.23456789123e-12, 3.3999999999e-3, 2.00000000123e-7];
    const printed = numbers.map((x) => Number(x.toExponential(8)));
    numbers.forEach((x, k) => {
      expect(Math.abs(x - printed[k]!)).toBeLessThanOrEqual(slack(printed[k]!, printed) * (1 + 1e-6));
    });
  });

  it('of sixteen are no licence, and of a short tensor are as many as its file has', () => {
    expect(slack(0.5, [0.5], [0.1234567890123456])).toBeLessThan(1e-15);
    expect(slack(1, [1], [0.1234567890123456])).toBeLessThan(1e-15);
  });

  it('of nothing but zeros are as many as are printed beside it: what is smaller is printed as 0', () => {
    expect(slack(0, [0, 0], [0.12345678])).toBeCloseTo(0.5e-8, 15);
  });

  it('of nothing but zeros beside long numbers, or of fractions of a power of two in a file of such, are exact', () => {
    expect(slack(1, [1, 0.5], [0.125, -0.75])).toBe(0);
    expect(slack(0.31, [0.31, 0.5], [2])).toBeCloseTo(0.005, 12);
    expect(slack(0, [0, 0], [0.1234567890123456])).toBe(0);
    expect(slack(3, [3, -1], [2])).toBe(0);
  });
});
