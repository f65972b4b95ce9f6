import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../../src/core/math/matrix';
import { type Look, looksLike } from '../../../../src/view/stage/paint/look';

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

  it('it is not once any number is another', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1 }), fc.nat(), fc.double(), (values, at, other) => {
        const k = at % values.length;
        fc.pre(!Object.is(values[k], other));
        expect(looksLike(look(values), look(values.with(k, other)))).toBe(false);
      }),
    );
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
});
