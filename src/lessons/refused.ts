import { spoken } from '../core/model/names';
import type { Place } from '../core/pass/frames/place';

/** Why what stands at a place is no slot that a step could read now. */
export function whyRefused({ tensor, slot, freedAt }: Pick<Place, 'tensor' | 'slot' | 'freedAt'>): string {
  const name = spoken(tensor);
  if (!slot) return `This ${name} is not in a cache.`;
  return freedAt === undefined
    ? 'This slot is still empty.'
    : `${name} is no longer in the cache: it was freed.`;
}
