import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curve } from '../../../src/core/verdict/curve';
import { search } from '../../../src/core/verdict/search';
import { isWhole, part } from '../../extent';
import { enough, needed } from './known';

/** Functions that only rise, whose slopes stay finite and whose values stay moderate when they are composed. */
const rising: readonly Curve[] = [
  { g: (z) => z, slope: () => 1 },
  { g: Math.tanh, slope: (z) => 1 / Math.cosh(z) ** 2 },
  { g: Math.asinh, slope: (z) => 1 / Math.hypot(1, z) },
  { g: Math.atan, slope: (z) => 1 / (1 + z * z) },
  { g: (z) => z + Math.sin(z) / 2, slope: (z) => 1 + Math.cos(z) / 2 },
  { g: (z) => (z > 0 ? z : 0.3 * z), slope: (z) => (z > 0 ? 1 : 0.3) },
  { g: (z) => z + Math.floor(z), slope: () => 1 },
  { g: (z) => z ** 3 / 100 + z, slope: (z) => (3 * z * z) / 100 + 1 },
];

const composed = (outer: Curve, inner: Curve): Curve => ({
  g: (z) => outer.g(inner.g(z)),
  slope: (z) => outer.slope(inner.g(z)) * inner.slope(z),
});

const scaled = (curve: Curve, factor: number, offset: number): Curve => ({
  g: (z) => factor * curve.g(z) + offset,
  slope: (z) => factor * curve.slope(z),
  kinks: curve.kinks ?? [],
});

const moved = (curve: Curve, by: number): Curve => ({
  g: (z) => curve.g(z - by),
  slope: (z) => curve.slope(z - by),
  kinks: (curve.kinks ?? []).map((kink) => kink + by),
});

/** Multiples of 1/64, so that what is added does not bring rounding of its own. */
const sixtyFourths = (most: number) => fc.integer({ min: -64 * most, max: 64 * most }).map((k) => k / 64);

/** What a function is taken times, which changes no verdict. */
const FACTORS = [1e-100, 1e-30, -1e-12, -1e12, 1e30];

const runs = { numRuns: part(60) };

describe('the search', () => {
  it('never finds a witness for a function that only rises, or only falls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...rising), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, -1, 0.4),
        sixtyFourths(8),
        (parts, factor, by) => {
          const curve = moved(scaled(parts.reduce(composed), factor, 0), by);
          expect(search(curve).kind).toBe('enough');
        },
      ),
      runs,
    );
  });

  it('always finds one for an even function that is nowhere flat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...rising), { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Curve>({ g: Math.abs, slope: Math.sign }, { g: (z) => z * z, slope: (z) => 2 * z }),
        sixtyFourths(8),
        (parts, even, by) => {
          expect(search(moved(composed(parts.reduce(composed), even), by)).kind).toBe('witness');
        },
      ),
      runs,
    );
  });

  // Left out is what an offset drowns in rounding, or a factor brings to overflow elsewhere.
  it.each([...enough, ...needed].filter(({ name }) => !/1000000|exp\(z\^3\)/.test(name)))(
    'says of c·g + d what it says of g = $name',
    (curve) => {
      const { kind } = search(curve);
      fc.assert(
        fc.property(
          fc.constantFrom(1e-6, 0.01, 0.5, 3, 40),
          fc.constantFrom(1, -1),
          sixtyFourths(20),
          (size, sign, offset) => {
            expect(search(scaled(curve, sign * size, offset)).kind).toBe(kind);
          },
        ),
        { numRuns: part(10) },
      );
    },
  );

  // Left out is what overflows.
  it.each(
    [...enough, ...needed]
      .filter(({ name }) => !/exp\(z\^3\)/.test(name))
      .map((curve, i) => ({
        name: curve.name,
        curve,
        factors: isWhole ? FACTORS : [FACTORS[i % FACTORS.length]!],
      })),
  )('says of c·g, however small or large c is, what it says of g = $name', ({ curve, factors }) => {
    const { kind } = search(curve);
    for (const factor of factors) expect(search(scaled(curve, factor, 0)).kind, `${factor}`).toBe(kind);
  });

  it('tells a polynomial of degree 3 by the discriminant of its slope', () => {
    fc.assert(
      fc.property(sixtyFourths(2), sixtyFourths(2), (b, c) => {
        // g = z³/3 + b z² + c z turns where z² + 2 b z + c = 0, which has two roots if b² > c.
        fc.pre(Math.abs(b * b - c) > 0.02);
        const curve: Curve = {
          g: (z) => z ** 3 / 3 + b * z * z + c * z,
          slope: (z) => z * z + 2 * b * z + c,
        };
        expect(search(curve).kind).toBe(b * b > c ? 'witness' : 'enough');
      }),
      runs,
    );
  });
});
