import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../../src/core/math/matrix';
import { inCell } from '../../../../src/view/numbers';
import { painter } from '../../../../src/view/stage/paint/colours';
import { type Look, looksLike } from '../../../../src/view/stage/paint/look';
import { part } from '../../../extent';

const look = (values: readonly number[], of: Partial<Look> = {}): Look => ({
  matrix: fromRows([[...values]], 'float64'),
  scale: { usual: 1, most: 2 },
  theme: 'light',
  width: 40,
  height: 20,
  ratio: 1,
  ...of,
});

describe('whether a canvas would be painted the same', () => {
  it('it is for the same numbers of another pass, NaN, infinities and both zeros included', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1 }), (values) => {
        expect(looksLike(look(values), look(values))).toBe(true);
      }),
    );
  });

  it('it is only where every cell has the same shade and the same number written on it', () => {
    const values = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 6 });
    const slips = fc.constantFrom(0, 1e-12, 1e-7, 1e-3, 0.1, -2);
    fc.assert(
      fc.property(
        values,
        fc.nat(),
        slips,
        fc.double({ min: 0.9, max: 1.1, noNaN: true }),
        (before, at, slip, wider) => {
          const k = at % before.length;
          const after = before.with(k, before[k]! * (1 + slip));
          const scales = [
            { usual: 1, most: 2 },
            { usual: wider, most: 2 },
          ] as const;
          const paints = scales.map((scale) => painter(scale, 'light'));
          const isSame = before.every((value, i) => {
            const other = after[i]!;
            return paints[0]!(value).fill === paints[1]!(other).fill && inCell(value) === inCell(other);
          });
          const [one, other] = [look(before, { scale: scales[0] }), look(after, { scale: scales[1] })];
          if (looksLike(one, other)) expect(isSame).toBe(true);
        },
      ),
      { numRuns: part(2_000) },
    );
  });

  it('it is for what differs by what rounding leaves', () => {
    const values = [0.123, -1.5, 0, 7.25];
    const near = values.map((value) => Math.fround(value));
    expect(looksLike(look(values), look(near))).toBe(true);
  });

  it('it is not for another sign, nor for what is no number', () => {
    for (const [value, other] of [
      [1e-9, -1e-9],
      [1, Number.NaN],
      [1, Infinity],
    ] as const)
      expect(looksLike(look([value]), look([other]))).toBe(false);
  });

  it('it is not in another shape, size, theme or scale, nor on another screen', () => {
    const same = look([1, 2, 3, 4]);
    const others: Partial<Look>[] = [
      {
        matrix: fromRows(
          [
            [1, 2],
            [3, 4],
          ],
          'float64',
        ),
      },
      { width: 41 },
      { height: 21 },
      { theme: 'dark' },
      { scale: { usual: 2, most: 2 } },
      { scale: { usual: 1, most: 1 } },
      { ratio: 2 },
    ];
    for (const other of others) expect(looksLike(same, { ...same, ...other })).toBe(false);
  });

  it('it is not where the numbers that were painted are gone', () => {
    const gone = look([1, 2]);
    Object.assign(gone.matrix, { data: new Float64Array(0) });
    expect(looksLike(gone, look([1, 2]))).toBe(false);
    expect(looksLike(look([1, 2]), gone)).toBe(false);
  });
});
