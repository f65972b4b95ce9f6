import { format } from 'd3-format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, inWords } from '../../src/explain/numbers';
import { inBytes, inCell, inNarrowCell, inPower, inShare, inShort } from '../../src/view/numbers';
import { writtenIn } from '../../src/view/stage/paint/in-cells';

describe('numbers', () => {
  it('have a real minus, in exponents too', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        for (const write of [inCell, inWords, inShort]) expect(write(x)).not.toContain('-');
      }),
    );
    expect(inWords(-1.5)).toBe('−1.5');
    expect(inWords(-2.5e-7)).toBe('−2.5e−7');
  });

  it('are written as d3 writes them, whose formats are no part of the first load', () => {
    const as = (specifier: string) => (x: number) => format(specifier)(x).replace('e-', 'e−');
    const [four, power, two, tiny, thousands, share, whole] = [
      ...['.4~g', '.3~e', '.2~g', '.1~e', '.2~s', '.2~r', ','].map(as),
    ] as const;
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -9, max: 11 }),
        (drawn, e) => {
          // Of all sizes, and of those that are usual.
          for (const x of [drawn, (drawn / 2 ** Math.floor(Math.log2(Math.abs(drawn) || 1))) * 10 ** e]) {
            const size = Math.abs(x);
            expect(inWords(x)).toBe((size !== 0 && (size < 1e-3 || size >= 1e6) ? power : four)!(x));
            const short = size !== 0 && size < 1e-3 ? tiny : size >= 1e3 && size < 9.95e8 ? thousands : two;
            expect(inShort(x)).toBe(short!(x));
            if (x >= 0.01 && x < 1e18) expect(inShare(x)).toBe(`${share!(x * 100)} %`);
          }
        },
      ),
    );
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(grouped(count)).toBe(whole!(count));
      }),
    );
  });

  it('are words where they are none', () => {
    for (const write of [inCell, inWords, inShort])
      expect([Number.NaN, Infinity, -Infinity].map(write)).toEqual(['NaN', '∞', '−∞']);
  });

  it('have two digits in a cell, and only what is whole is written as whole', () => {
    expect([0, 1, -1, 0.04, -0.042, 0.5, -0.5, 0.996, 3.14, -12.6, 1234].map(inCell)).toEqual([
      '0',
      '1',
      '−1',
      '.040',
      '−.042',
      '.50',
      '−.50',
      '1.0',
      '3.1',
      '−13',
      '1234',
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -9, max: 9 }), (x) => {
        if (Math.abs(x) < 1e-3 || Number.isInteger(x)) return;
        const digits = inCell(x).replace(/^−?0?\.?0*|\./g, '');
        expect(digits, `${x}`).toHaveLength(2);
      }),
    );
  });

  it('have one digit behind a zero where a cell is too narrow for two, and no fewer than two otherwise', () => {
    expect(
      [0, 0.04, -0.042, 0.0996, -0.0071, 0.5, -0.62, -0.96, -1.04, -12.6, 3e-8].map(inNarrowCell),
    ).toEqual(['0', '.04', '−.04', '.1', '−.007', '.5', '−.6', '−.96', '−1.0', '−13', '3e−8']);
    expect([100, 23, 20].map((room) => writtenIn(-0.0712, room, 11))).toEqual(['−.071', '−.071', '−.07']);
    expect([18, 16].map((room) => writtenIn(-0.62, room, 11))).toEqual(['−.62', '−.6']);
  });

  it('have one digit and a power of ten in a cell where they are very small or large', () => {
    expect([3e-8, -4.2e-4, 123456, -1e12].map(inCell)).toEqual(['3e−8', '−4e−4', '1e5', '−1e12']);
  });

  it('fit into a cell, and only zero is written as 0', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (x) => {
        expect(inCell(x).length).toBeLessThanOrEqual(Math.abs(x) < 1e-9 ? 7 : 6);
        if (x !== 0) expect(inCell(x)).not.toBe('0');
      }),
    );
  });

  it('are bytes as people say them', () => {
    expect([0, 512, 9_999, 12_345, 4_200_000].map(inBytes)).toEqual([
      '0 B',
      '512 B',
      '9,999 B',
      '12.35 kB',
      '4.2 MB',
    ]);
  });

  it('are shares as percentages once they are one', () => {
    expect([0, 1e-6, 0.014, 3.5, Number.NaN].map(inShare)).toEqual([
      '0',
      '1e−6',
      '1.4 %',
      '350 %',
      'NaN or infinity',
    ]);
    expect(inPower(1e-4)).toBe('1e−4');
  });
});
