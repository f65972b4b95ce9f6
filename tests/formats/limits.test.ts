import { describe, expect, it } from 'vitest';
import { limits, tooLarge, tooLong } from '../../src/formats/limits';
import { plainFile, sentenceFor } from './files';

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

describe('a model that is too large', () => {
  const row = (length: number) => Array(length).fill(1);
  const rows = (count: number, length: number) => Array(count).fill(row(length));
  const stack = (count: number, units = 1) => Array(count).fill({ units, activation: 'linear' });
  const sized = (inputs: number, layers: unknown[], m: number, outputs = 1) =>
    sentenceFor(plainFile({ X: rows(inputs, m), Y: rows(outputs, m), layers, parameters: undefined }));

  it('is refused with more than 64 layers, and opened with 64', () => {
    expect(sized(1, stack(64), 1)).toBe('was read');
    expect(sized(1, stack(65), 1)).toBe('layers: expected a list of 1 to 64 layers, but found a list of 65.');
  });

  it('is refused with more than 4,096 units in a layer, and opened with 4,096', () => {
    expect(sized(1, [...stack(1, 4096), ...stack(1)], 1)).toBe('was read');
    expect(sized(1, [...stack(1, 4097), ...stack(1)], 1)).toBe(
      'layers[0].units: expected a whole number from 1 to 4096, but found 4097.',
    );
  });

  it('is refused with more than 65,536 examples, and opened with 65,536', () => {
    expect(sized(1, stack(1), 65_536)).toBe('was read');
    expect(sized(1, stack(1), 65_537)).toBe(
      'examples, the columns of X: expected at most 65,536, but found 65,537.',
    );
  });

  it('is refused with more than four million parameters, and opened with four million', () => {
    expect(sized(1249, [...stack(1, 3200)], 1, 3200)).toBe('was read');
    expect(sized(1249, [...stack(1, 3200), ...stack(1)], 1)).toBe(
      'parameters: expected at most 4,000,000, but found 4,003,201.',
    );
  });

  it('is refused when one pass would fill the memory, though each number of its own is allowed', () => {
    expect(sized(1, stack(64, 900), 2000, 900)).toMatch(/^parameters: /);
    expect(sized(1, [...stack(1, 4096), ...stack(1)], 65_536)).toBe(
      'numbers in one pass: expected at most 100,000,000, but found 1,074,094,082.',
    );
  });

  it('is opened at every size that a course gives', () => {
    expect(limits.fileBytes).toBe(64 * 1024 * 1024);
    expect(sized(784, [...stack(1, 256), ...stack(1, 128), ...stack(1, 10)], 1000, 10)).toBe('was read');
    expect(sized(12_288, [...stack(1, 20), ...stack(1, 7), ...stack(1, 5), ...stack(1)], 209)).toBe(
      'was read',
    );
  });
});

describe('formulas', () => {
  const long = `max(${Array(246).fill('z').join(',')})`;

  it('are refused where a pass would walk them for hours, or reading them would take seconds', () => {
    expect(tooLong([{ own: { formula: long } }], { units: [2, 300], m: 65_536 })).toMatch(
      /^cells times characters/,
    );
    const many = Array.from({ length: 63 }, (_, i) => ({ own: { formula: `${long}+${i}` } }));
    expect(tooLong(many, { units: Array(64).fill(1), m: 1 })).toMatch(/^characters in all formulas/);
  });

  it('pass where a course has them, and where many layers share a long one', () => {
    expect(
      tooLong([{ own: { formula: 'z * tanh(log(1 + exp(z)))' } }], { units: [784, 100], m: 500 }),
    ).toBeUndefined();
    expect(
      tooLong(Array(64).fill({ own: { formula: long } }), { units: Array(65).fill(4), m: 8 }),
    ).toBeUndefined();
  });
});
