import { expect, it } from 'vitest';
import { knowFinite } from '../../../../src/core/math/finite';
import type { Matrix } from '../../../../src/core/math/matrix';
import { shadingOf } from '../../../../src/view/stage/paint/colours';
import { pixelsOf } from '../../../../src/view/stage/paint/pixels';

/** A matrix of a thousand cells that knows which were read, and counts how often any was. */
function counted() {
  const reads = { count: 0, cells: new Set<string>() };
  const data = new Proxy(new Float32Array(1000).fill(0.5), {
    get(cells, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) {
        reads.count += 1;
        reads.cells.add(key);
      }
      return Reflect.get(cells, key, cells);
    },
  });
  const matrix: Matrix = { rows: 20, cols: 50, type: 'float32', data };
  return { matrix, reads };
}

const raster = { across: 10, down: 4, width: 10, height: 4, gap: 0 };
const shading = shadingOf({ usual: 1, most: 1 }, 'light');

it('reads only the cells that it shows, where another thread has seen that all are finite', () => {
  const { matrix, reads } = counted();
  knowFinite(matrix, true);
  pixelsOf(matrix, raster, shading);
  expect(reads.cells.size).toBe(40);
});

it('looks a matrix through once, however often it is painted', () => {
  const { matrix, reads } = counted();
  for (let time = 0; time < 5; time++) pixelsOf(matrix, raster, shading);
  expect(reads.count).toBeLessThan(5 * 40 + 2 * 1000 + 1);
});
