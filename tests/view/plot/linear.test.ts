import { scaleLinear } from 'd3-scale';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { linear } from '../../../src/view/plot/linear';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const stretch = fc
  .tuple(number, number)
  .filter(([from, to]) => Math.abs(to - from) > 1e-3)
  .map(([from, to]): [number, number] => [from, to]);

it('a number stands where d3-scale puts it, as far as rounding lets it', () => {
  fc.assert(
    fc.property(stretch, stretch, number, (domain, range, value) => {
      const expected = scaleLinear(domain, range)(value);
      const size = Math.abs(expected) + Math.abs(range[0]) + Math.abs(range[1]);
      expect(Math.abs(linear(domain, range)(value) - expected)).toBeLessThanOrEqual(1e-12 * size);
    }),
  );
});
