import { isColumn } from '../../../core/model/names';
import type { CacheName } from '../../../core/pass/trace';
import type { LayerSlots, Row, Stacking } from './row';

/** The rows of a layer's caches, from top to bottom; those that have no place of their own here come last. */
export function cacheRows(slots: LayerSlots, stacking: Stacking): Row[] {
  const { linear, batch_norm, activation, dropout, loss, ...others } = slots;
  const stacked = (cache: CacheName): Row[] =>
    slots[cache].map((right, i) => ({
      ...(i === 0 && { titles: [{ cache, slots: slots[cache] }] }),
      left: [],
      right,
    }));
  /**
   * Narrow columns on the left, and what is as wide as Z each in a row of its own. Many narrow ones have names that take more
   * width than there is beside Z: they stand over it, unless height is scarcer.
   */
  const beside = (cache: CacheName): Row[] => {
    const keys = slots[cache];
    if (keys.length === 0) return [];
    const isNarrow = (key: string) => isColumn(key.slice(key.lastIndexOf('.') + 1));
    const left = keys.filter(isNarrow);
    const wide = keys.filter((key) => !isNarrow(key)).map((right): Row => ({ left: [], right }));
    const isOver = left.length === keys.length || (stacking === 'single' && left.length > 2);
    return [{ ...(isOver ? {} : wide.shift()), titles: [{ cache, slots: keys }], left }, ...wide];
  };
  return [
    { titles: [{ cache: 'linear', slots: linear }], left: linear },
    ...beside('batch_norm'),
    ...besideDropout(stacked('activation'), stacked('dropout'), stacking),
    ...stacked('loss'),
    ...(Object.keys(others) as CacheName[]).flatMap(stacked),
  ];
}

/** A layer that keeps nothing has the room all the same: that it is empty is what there is to see. */
const keepsNothing: Row = { titles: [{ cache: 'activation', slots: [] }], left: [] };

/** What the activation keeps, and what stays of dropout: below it, or where height is scarce on its left. */
function besideDropout([first, ...others]: Row[], dropout: Row[], stacking: Stacking): Row[] {
  if (!first) return [keepsNothing, ...dropout];
  if (stacking === 'single' || dropout.length === 0) return [first, ...others, ...dropout];
  const titles = [...dropout, first].flatMap((row) => row.titles ?? []);
  const left = dropout.flatMap(({ right }) => right ?? []);
  return [{ ...first, titles, left }, ...others];
}
