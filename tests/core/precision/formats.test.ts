import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormatNames, numberFormats } from '../../../src/core/precision/formats';
import { vectorExp, vectorTanh } from '../../../src/core/precision/vector-library';
import { part } from '../../extent';

const { bfloat16, float32 } = numberFormats;

const float32s = (min: number, max: number) => fc.float({ min, max, noNaN: true });

/** How many units in the last place of a float32 a result is off. */
const unitsOff = (result: number, exact: number): number =>
  Math.abs(result - exact) / 2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(exact)))) - 23);

describe('bfloat16', () => {
  it.each([
    [1, 1],
    [1 + 2 ** -9, 1],
    [1 + 2 ** -8, 1],
    [1 + 2 ** -8 + 2 ** -20, 1 + 2 ** -7],
    [1 + 3 * 2 ** -8, 1 + 2 ** -6],
    [-1.0078125, -1.0078125],
    [Math.PI, 3.140625],
    [3.4e38, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
    [-0, -0],
    [Number.NaN, Number.NaN],
  ])('rounds %d to %d, ties to even', (x, rounded) => {
    expect(bfloat16.round(x)).toBe(rounded);
  });

  it('has no number nearer to x than the one that x is rounded to', () => {
    fc.assert(
      fc.property(float32s(0, 2 ** 126), (x) => {
        const place = bfloat16.placeOf(bfloat16.round(x));
        const off = Math.abs(bfloat16.numberAt(place) - x);
        for (const beside of [place - 1, place + 1].filter((n) => n >= 0))
          expect(Math.abs(bfloat16.numberAt(beside) - x)).toBeGreaterThanOrEqual(off);
      }),
    );
  });
});

describe.each(numberFormatNames)('%s', (name) => {
  const format = numberFormats[name];

  it('numbers its numbers in ascending order from 0 on', () => {
    expect(format.numberAt(0)).toBe(0);
    fc.assert(
      fc.property(float32s(0, 2 ** 126), (x) => {
        const rounded = format.round(x);
        const place = format.placeOf(rounded);
        expect(format.numberAt(place)).toBe(rounded);
        expect(format.numberAt(place + 1)).toBeGreaterThan(rounded);
      }),
    );
  });

  it('gives back numbers of its own from every function', () => {
    fc.assert(
      fc.property(float32s(-20, 20), (x) => {
        for (const y of [format.exp(x), format.tanh(x), format.log(Math.abs(x))])
          expect(format.round(y)).toBe(y);
      }),
    );
  });
});

describe('the exp and tanh of array libraries in float32', () => {
  it('are within three units in the last place of the true ones', () => {
    fc.assert(
      fc.property(float32s(-80, 80), (x) => {
        expect(unitsOff(vectorExp(x), Math.exp(x))).toBeLessThan(3);
        fc.pre(x !== 0);
        expect(unitsOff(vectorTanh(x), Math.tanh(x))).toBeLessThan(3);
      }),
      { numRuns: part(2000) },
    );
  });

  it('are odd, and 1 from 10 on', () => {
    fc.assert(
      fc.property(float32s(0, 50), (x) => {
        expect(vectorTanh(-x)).toBe(-vectorTanh(x));
      }),
    );
    expect(vectorTanh(9.9999)).toBeLessThan(1);
    expect([10, 1e9, Number.POSITIVE_INFINITY].map(vectorTanh)).toEqual([1, 1, 1]);
  });

  it('overflow, vanish and begin where float32 does', () => {
    expect([88.73, 200, Number.POSITIVE_INFINITY].map(vectorExp)).toEqual(
      Array(3).fill(Number.POSITIVE_INFINITY),
    );
    expect([-110, -1e6, Number.NEGATIVE_INFINITY].map(vectorExp)).toEqual([0, 0, 0]);
    expect(vectorExp(0)).toBe(1);
    expect(vectorExp(Number.NaN)).toBeNaN();
    expect(float32.exp).toBe(vectorExp);
  });
});
