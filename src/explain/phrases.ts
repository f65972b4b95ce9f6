import type { ActivationSlot } from '../core/activations';
import { type KeepRuleName, keepRules } from '../core/model/keep-rules';
import type { Part } from '../core/operations';
import type { Slot } from '../core/pass/trace';

/** Where a slot is, in words. */
export const cacheOf = ({ cache, layer }: Slot): string =>
  cache === 'loss' ? "the loss's cache" : `layer ${layer}'s ${cache}_cache`;

/** How a part makes its result, as a participle. */
export const madeBy = (part: Pick<Part<string>, 'isDrawn'> | undefined): string =>
  part?.isDrawn ? 'drawn' : 'computed';

/** Things in a row: `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

const slotWords: Record<ActivationSlot, string> = { Z: 'Z', A: 'A', mask: 'the mask', slope: 'the slope' };

/** What a keep rule asks for, in words: `Z and A`, or `nothing`. */
export const keptBy = (rule: KeepRuleName): string =>
  listed(keepRules[rule].keeps.map((slot) => slotWords[slot])) || 'nothing';

/** Things by what is said of them, in the order in which that is said first. */
export function gathered<T>(items: readonly T[], saidOf: (item: T) => string): (readonly [string, T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const said = saidOf(item);
    const group = groups.get(said);
    if (group) group.push(item);
    else groups.set(said, [item]);
  }
  return [...groups];
}
