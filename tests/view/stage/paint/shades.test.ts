import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHADES, STRANGE, shadesOf, shareOf } from '../../../../src/view/stage/paint/shades';

/** As small as doubles are: one over such a number is none any more. */
const magnitude = fc.oneof(
  fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
  fc.double({ min: Number.MIN_VALUE, max: 1e-308, noNaN: true }),
);

/** A scale with outliers or without, and values on it, beyond it, and none. */
const scales = fc
  .tuple(magnitude, fc.constantFrom(1, 1.5, 30, 1e6))
  .map(([usual, times]) => ({ usual, most: Math.min(usual * times, Number.MAX_VALUE) }));

const values = (most: number) =>
  fc.array(
    fc.oneof(
      fc.double({ min: -1, max: 1, noNaN: true }).map((x) => x * most),
      fc.double({ noNaN: true }),
      fc.constantFrom(0, -0, most, -most),
    ),
    { minLength: 1, maxLength: 60 },
  );

describe('shades', () => {
  it('are those of the ramp, or the next to them, the same for the same value, and turned for its negative', () => {
    fc.assert(
      fc.property(
        scales.chain((scale) => fc.tuple(fc.constant(scale), values(scale.most))),
        ([scale, those]) => {
          const { indexOf } = shadesOf(scale);
          for (const value of those) {
            if (!Number.isFinite(value)) continue;
            const exact = (SHADES / 2) * (1 + Math.sign(value) * shareOf(Math.abs(value), scale));
            expect(Math.abs(indexOf(value) - exact)).toBeLessThanOrEqual(1);
            expect(indexOf(value)).toBe(shadesOf(scale).indexOf(value));
            expect(indexOf(-value)).toBe(SHADES - indexOf(value));
          }
        },
      ),
    );
  });

  it('never go back where values rise', () => {
    fc.assert(
      fc.property(
        scales.chain((scale) => fc.tuple(fc.constant(scale), values(scale.most))),
        ([scale, those]) => {
          const shades = those
            .filter(Number.isFinite)
            .toSorted((a, b) => a - b)
            .map(shadesOf(scale).indexOf);
          expect(shades).toEqual(shades.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('have their middle for zero, their ends for the largest, and none for what is no number', () => {
    const { indexOf } = shadesOf({ usual: 0.01, most: 3 });
    expect([-3, -0, 0, 3].map(indexOf)).toEqual([0, SHADES / 2, SHADES / 2, SHADES]);
    expect([Number.NaN, Infinity, -Infinity].map(indexOf)).toEqual([STRANGE, STRANGE, STRANGE]);
    expect(shadesOf({ usual: 0, most: 0 }).indexOf(0)).toBe(SHADES / 2);
  });
});
