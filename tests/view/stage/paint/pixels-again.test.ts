import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromRows } from '../../../../src/core/math/matrix';
import { shadingOf } from '../../../../src/view/stage/paint/colours';
import { pixelsOf, type Raster } from '../../../../src/view/stage/paint/pixels';

const shading = shadingOf({ usual: 1, most: 1 }, 'light');

const pictures = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    cols: fc.integer({ min: 1, max: 6 }),
    side: fc.integer({ min: 3, max: 9 }),
    gap: fc.nat(1),
    value: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map(({ rows, cols, side, gap, value }) => {
    const matrix = fromRows(
      Array.from({ length: rows }, () => Array.from({ length: cols }, () => value)),
      'float64',
    );
    const raster: Raster = { across: cols, down: rows, width: cols * side, height: rows * side, gap };
    return { matrix, raster };
  });

it('paints the same pixels, and leaves gaps clear, whatever was painted before', () => {
  fc.assert(
    fc.property(pictures, pictures, (before, { matrix, raster }) => {
      const first = pixelsOf(matrix, raster, shading).slice();
      pixelsOf(before.matrix, before.raster, shading);
      const again = pixelsOf(matrix, raster, shading);
      expect(again).toEqual(first);
      expect(again.length).toBe(raster.width * raster.height);
      const isClear = (x: number, y: number) => again[y * raster.width + x] === 0;
      const side = raster.width / raster.across;
      if (raster.gap === 1) expect(isClear(side - 1, 0) && isClear(0, side - 1)).toBe(true);
    }),
  );
});
