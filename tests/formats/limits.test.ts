import { describe, expect, it } from 'vitest';
import { tooLarge } from '../../src/formats/limits';

describe('the limits', () => {
  it.each<[units: number[], m: number]>([
    [[2, 4, 3, 1], 8],
    [[2, 4, 3, 1], 65_536],
    [[784, 256, 128, 10], 1000],
    [[784, 256, 128, 10], 10_000],
    [[500, 500, 500, 500, 500], 4096],
    [[12_288, 20, 7, 5, 1], 209],
    [[999, 4000], 17],
    [Array(65).fill(4), 65_536],
    [Array(65).fill(249), 64],
  ])('let %j pass with m = %i', (units, m) => {
    expect(tooLarge({ units, m })).toBeUndefined();
  });

  it.each<[units: number[], m: number, sentence: string]>([
    [Array(66).fill(1), 1, 'layers: expected at most 64, but found 65.'],
    [[1, 4097, 1], 1, 'units of a layer: expected at most 4,096, but found 4,097.'],
    [[1, 1], 65_537, 'examples, the columns of X: expected at most 65,536, but found 65,537.'],
    [[1000, 4000], 1, 'parameters: expected at most 4,000,000, but found 4,004,000.'],
    [[1, 4096, 1], 65_536, 'numbers in one pass: expected at most 100,000,000, but found 1,074,094,082.'],
    [
      [999, 4000],
      2000,
      'multiplications in one pass: expected at most 20,000,000,000, but found 24,000,000,000.',
    ],
  ])('stop %j with m = %i', (units, m, sentence) => {
    expect(tooLarge({ units, m })).toBe(sentence);
  });
});
