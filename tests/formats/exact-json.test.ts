import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../src/core/math/matrix';
import { exactJson } from '../../src/formats/exact-json';
import { part } from '../extent';
import { anyNumber } from './files';

const written = (value: unknown): string => [...exactJson(value)].join('');

describe('exact JSON', () => {
  it('writes numbers that read back exactly, -0 and subnormals too', () => {
    fc.assert(
      fc.property(anyNumber, (x) => {
        expect(JSON.parse(written(x))).toBe(x);
      }),
      { numRuns: part(1000) },
    );
  });

  it('writes what float32 holds as the float64 that is the same number', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(JSON.parse(written(fromRows([[x]], 'float32')))).toEqual([[x]]);
      }),
    );
    expect(written(fromRows([[0.1]], 'float32'))).toBe('[[0.10000000149011612]]');
  });

  it('writes NaN and infinity as strings, since JSON has no word for them', () => {
    expect(written(fromRows([[Number.NaN, Infinity, -Infinity]], 'float64'))).toBe(
      '[["NaN","Infinity","-Infinity"]]',
    );
    expect(written(Number.NaN)).toBe('"NaN"');
  });

  it('writes a matrix as its rows, and a mask as zeros and ones', () => {
    expect(
      written(
        fromRows(
          [
            [1, 2, 3],
            [4, 5, 6],
          ],
          'float64',
        ),
      ),
    ).toBe('[[1,2,3],[4,5,6]]');
    expect(written(fromRows([[1, 0]], 'bit'))).toBe('[[1,0]]');
  });

  it('writes everything else as JSON has it, and leaves out what is undefined', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(written(value))).toEqual(value);
      }),
    );
    expect(written({ a: undefined, b: [] })).toBe('{"b":[]}');
    expect(written({ a: undefined })).toBe('{}');
  });

  it('writes a matrix row by row, so that no piece grows with the number of rows', () => {
    const tall = fromRows(Array(1000).fill([1, 2]), 'float64');
    expect(Math.max(...[...exactJson(tall)].map((piece) => piece.length))).toBe('[1,2]'.length);
  });
});
