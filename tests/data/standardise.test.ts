import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardised } from '../../src/data/standardise';

describe('standardising', () => {
  it('takes the mean away and divides by the deviation of the population', () => {
    expect(standardised([1, 3])).toEqual([-1, 1]);
    expect(standardised([2, 4, 4, 4, 5, 5, 7, 9])).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
  });

  it('makes values that are all the same 0, though their mean is rounded', () => {
    expect(standardised([0.2, 0.2, 0.2])).toEqual([0, 0, 0]);
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.integer({ min: 1, max: 40 }),
        (x, n) => {
          expect(standardised(Array(n).fill(x))).toEqual(Array(n).fill(0));
        },
      ),
    );
  });
});
