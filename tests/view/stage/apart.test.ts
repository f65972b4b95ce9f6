import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../../../src/view/stage/scroll/apart';

const places = fc.array(fc.integer({ min: -500, max: 1500 }), { maxLength: 8 });

describe('places along a stretch', () => {
  it('are so far from each other and from the ends, where there is room, and in the order of what they are for', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 80 }), (those, distance) => {
        const extent = 1000;
        const at = apart(those, distance, extent);
        const sorted = at.toSorted((a, b) => a - b);
        for (const [i, place] of sorted.entries())
          if (i > 0) expect(place - sorted[i - 1]!).toBeGreaterThanOrEqual(distance);
        for (const place of at) {
          expect(place).toBeGreaterThanOrEqual(distance / 2);
          expect(place).toBeLessThanOrEqual(extent - distance / 2);
        }
        those.forEach((one, i) => {
          those.forEach((other, j) => {
            if (one < other) expect(at[i]!).toBeLessThan(at[j]!);
          });
        });
      }),
    );
  });

  it('stay where they are, where that is far enough', () => {
    expect(apart([300, 100, 200], 50, 400)).toEqual([300, 100, 200]);
    expect(apart([300, 100, 110], 50, 400)).toEqual([300, 100, 150]);
    expect(apart([390, 100], 50, 400)).toEqual([375, 100]);
  });
});
