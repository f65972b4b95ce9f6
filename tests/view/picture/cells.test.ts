import { range } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { fromRows, type Matrix } from '../../../src/core/math/matrix';
import { cells } from '../../../src/view/picture/cells';
import type { Tones } from '../../../src/view/stage/drawing/tones';
import { painter } from '../../../src/view/stage/paint/colours';

const scale = { usual: 1, most: 1 };
const look = { theme: 'light', tones: {} as Tones } as const;
const paint = painter(scale, 'light');

/** The colours of the cells of a matrix in an exported picture, in the order of rows. */
function coloursOf(matrix: Matrix): string[] {
  const box = { x: 0, y: 0, width: 400, height: 300 };
  const svg = cells({ kind: 'cells', sign: 'write', box, matrix, scale, opacity: 1 }, look);
  return Array.from(svg.matchAll(/<rect [^>]*fill="([^"]+)"/g), ([, fill]) => fill!);
}

/** As many numbers as given, of which no two have one colour. */
const apart = (count: number): number[] => range(count).map((k) => (k / count) ** 2);

describe('an exported picture', () => {
  it('has each cell in the colour of its own number, however many rows and columns there are', () => {
    for (const count of range(1, 49)) {
      const numbers = apart(count);
      const colours = numbers.map((number) => paint(number).fill);
      expect(coloursOf(fromRows([numbers], 'float64')), `${count} columns`).toEqual(colours);
      expect(
        coloursOf(
          fromRows(
            numbers.map((number) => [number]),
            'float64',
          ),
        ),
        `${count} rows`,
      ).toEqual(colours);
    }
  });
});
