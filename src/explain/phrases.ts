import type { Slot } from '../core/pass/trace';

/** Where a slot is, in words. */
export const cacheOf = ({ cache, layer }: Slot): string =>
  cache === 'loss' ? "the loss's cache" : `layer ${layer}'s ${cache}_cache`;

/** Things in a row: `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
