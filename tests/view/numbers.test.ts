import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/explain/numbers';
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
    expect([0, 0.04, -0.042, 0.0996, -0.0071, 0.5, -12.6, 3e-8].map(inNarrowCell)).toEqual([
      '0',
      '.04',
      '−.04',
      '.1',
      '−.007',
      '.50',
      '−13',
      '3e−8',
    ]);
    expect([100, 21, 16].map((room) => writtenIn(-0.0712, room, 11))).toEqual(['−.071', '−.071', '−.07']);
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
