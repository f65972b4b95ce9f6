import type { Frame } from '../../core/frame';
import { cachedBytes, type Model } from '../../core/model';
import type { CacheName } from '../../core/trace';
import { inBytes } from '../numbers';

/** What there is to say of a layer's cache in a frame, in a word or two beside its title. */
export function remarkOf({ places }: Frame, model: Model, cache: CacheName, layer: number): string {
  const slots = Array.from(places.values()).filter(
    (place) => place.layer === layer && place.slot?.cache === cache,
  );
  if (slots.length === 0) return 'keeps nothing';
  if (slots.every(({ state }) => state === 'empty')) return '';
  const unread = slots.filter(({ state }) => state === 'unread');
  if (unread.length > 0)
    return slots.length === 1
      ? 'never read'
      : `${unread.map(({ slot }) => slot!.slot).join(', ')} never read`;
  if (slots.every(({ state }) => state === 'freed')) return 'freed';
  const bytes = slots.reduce((sum, { tensor }) => sum + cachedBytes(tensor, model), 0);
  return bytes > 0 ? inBytes(bytes) : '';
}
