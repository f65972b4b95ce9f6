import type { PassSum } from '../../../compare/pass-sum';
import type { Model } from '../../../core/model/model';
import { spoken } from '../../../core/model/names';
import type { CacheEvent } from '../../../core/pass/trace';
import { listed } from '../../../explain/phrases';
import { inBytes } from '../../numbers';

/** How many things are named one by one; of more, only how many they are. */
const NAMED = 9;

/** Slots by what stands in them. */
function named(slots: readonly CacheEvent[]): string {
  const names = [...new Set(slots.map(({ buffer }) => spoken(buffer)))];
  return names.length > NAMED ? `${names.length} things` : listed(names);
}

/** What each layer would have to keep, layers that agree told together: `a mask for relu, A for tanh`. */
function enoughInWords({ layers }: Model, rules: PassSum['enough']['rules']): string {
  const byRule = new Map<string, Set<string>>();
  rules.forEach((rule, i) => {
    byRule.set(rule, (byRule.get(rule) ?? new Set()).add(layers[i]!.activation));
  });
  const parts = Array.from(byRule, ([rule, activations]) => {
    const kept = { mask: 'a mask', slope: 'the slope', none: 'nothing', ZA: 'Z and A' }[rule] ?? rule;
    return `${kept} for ${listed([...activations])}`;
  });
  return listed(parts);
}

/** What there is to say at the end of a pass, a heading and a sentence each. */
export function passSumInWords(sum: PassSum, model: Model): { heading: string; sentence: string }[] {
  const { read, unread, peak, misses, enough } = sum;
  const again =
    misses === 0
      ? 'Nothing was computed again.'
      : `${misses} ${misses === 1 ? 'read' : 'reads'} found nothing, and it was computed again.`;
  const isLeast = enough.peak >= peak && misses === 0;
  return [
    {
      heading: 'Kept',
      sentence: `${read.length + unread.length} slots, at most ${inBytes(peak)} at once. X, W and b are yours and are not counted.`,
    },
    { heading: 'Read', sentence: `${named(read)}. ${again}` },
    {
      heading: 'Never read',
      sentence: unread.length > 0 ? `${named(unread)}.` : 'Nothing: every slot was read.',
    },
    {
      heading: 'Enough',
      sentence: isLeast
        ? 'What was kept: no other rule needs fewer bytes without computing something again.'
        : `${enoughInWords(model, enough.rules)}: ${inBytes(enough.peak)}, and nothing computed again.`,
    },
  ];
}
