import { largest } from '../core/math/extremes';
import type { KeepRuleName } from '../core/model/keep-rules';
import { withLayers } from '../core/model/model';
import { dryRun } from '../core/pass/dry-run';
import { unreadSaves } from '../core/pass/frames/unread';
import { type CacheEvent, slotKey, type Trace } from '../core/pass/trace';
import { leastRule } from './least';

/** What a whole pass kept, who read it, and what would have been enough. */
export interface PassSum {
  /** The slots that were filled and read, and those that no step read, in the order in which they were filled. */
  readonly read: readonly CacheEvent[];
  readonly unread: readonly CacheEvent[];
  /** The most bytes held at once. */
  readonly peak: number;
  /** Reads that found nothing, so that something was computed again. */
  readonly misses: number;
  /** The rule of fewest bytes that spares each layer from computing again, and the peak under those. */
  readonly enough: { readonly rules: readonly KeepRuleName[]; readonly peak: number };
}

/** Sums up a pass from its record. */
export function passSum({ model, steps, cacheBytes }: Trace): PassSum {
  const events = steps.flatMap(({ cache }) => cache);
  const unread = unreadSaves({ steps });
  const unreadKeys = new Set(unread.map(slotKey));
  const saves = new Map(events.filter(({ kind }) => kind === 'save').map((save) => [slotKey(save), save]));
  const rules = model.layers.map(leastRule);
  const least = dryRun(withLayers(model, (layer) => ({ keep: leastRule(layer) })));
  return {
    read: Array.from(saves.values()).filter((save) => !unreadKeys.has(slotKey(save))),
    unread,
    peak: cacheBytes.peak,
    misses: events.filter(({ kind }) => kind === 'miss').length,
    enough: { rules, peak: largest(least.map((step) => step.cacheBytes)) },
  };
}
