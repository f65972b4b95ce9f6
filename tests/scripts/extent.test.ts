import { describe, expect, it } from 'vitest';
import { covering, isWhole, part } from '../extent';

const rows = [1, 2, 3, 4, 5].flatMap((a) => ['x', 'y', 'z'].map((b) => [a, b] as const));

describe.skipIf(isWhole)('the part of a sweep that is tried', () => {
  it('meets each value of each dimension, and is no larger than the largest dimension', () => {
    for (const from of rows.keys()) {
      const tried = covering(rows, (row) => row, from);
      expect(new Set(tried.map(([a]) => a)).size).toBe(5);
      expect(new Set(tried.map(([, b]) => b)).size).toBe(3);
      expect(tried.length).toBe(5);
    }
  });

  it('meets each value about as often as another', () => {
    const tried = covering(rows, (row) => row).map(([, b]) => b);
    expect(['x', 'y', 'z'].map((b) => tried.filter((each) => each === b).length).sort()).toEqual([1, 2, 2]);
  });

  it('is all of it where each row has something that no other has', () => {
    expect(covering(rows, ([a, b]) => [`${a} ${b}`])).toEqual(rows);
  });

  it('is another one from another row on', () => {
    expect(covering(rows, (row) => row, 1)).not.toEqual(covering(rows, (row) => row));
  });

  it('is a quarter of what is drawn, or another share, and never nothing', () => {
    expect([1, 4, 100].map((whole) => part(whole))).toEqual([1, 1, 25]);
    expect(part(100, 10)).toBe(10);
  });
});

it.runIf(isWhole)('everything is tried in test:all', () => {
  expect(covering(rows, (row) => row)).toEqual(rows);
  expect(part(100)).toBe(100);
});
