import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cacheRows } from '../../../../src/view/stage/layout/cache-rows';
import type { LayerSlots, Stacking } from '../../../../src/view/stage/layout/row';

const slotsIn = (cache: string) =>
  fc
    .uniqueArray(fc.constantFrom('A', 'Z', 'mean', 'inv_std', 'D'), { maxLength: 3 })
    .map((names) => names.map((name) => `cache.${cache}.1.${name}`));

/** The slots of a layer, in the caches that there are and in one that nobody has heard of. */
const layers = fc.record(
  Object.fromEntries(
    ['linear', 'batch_norm', 'activation', 'dropout', 'loss', 'momentum'].map((cache) => [
      cache,
      slotsIn(cache),
    ]),
  ),
) as unknown as fc.Arbitrary<LayerSlots>;

it('every slot of every cache has a place in one row, under a title that names it, and so does a cache that is new', () => {
  fc.assert(
    fc.property(layers, fc.constantFrom<Stacking>('single', 'paired'), (slots, stacking) => {
      const all = Object.values(slots).flat();
      const rows = cacheRows(slots, stacking);
      const placed = rows.flatMap(({ left, right }) => [...left, ...(right === undefined ? [] : [right])]);
      expect(placed.toSorted()).toEqual(all.toSorted());
      const titled = rows.flatMap(({ titles = [] }) => titles.flatMap((title) => title.slots));
      expect(titled.toSorted()).toEqual(all.toSorted());
    }),
  );
});
