import type { Frame } from '../../core/frame';
import { cachedBytes, type Model } from '../../core/model';
import { inBytes } from '../numbers';

/** What there is to say of a cache in a frame, in a word or two beside its title; its slots by place key. */
export function remarkOf({ places }: Frame, model: Model, keys: readonly string[]): string {
  const slots = keys.flatMap((key) => places.get(key) ?? []);
  if (slots.length === 0) return 'keeps nothing';
  if (slots.every(({ state }) => state === 'empty')) return '';
  const unread = slots.filter(({ state }) => state === 'unread');
  if (unread.length > 0)
    return slots.length === 1
      ? 'never read'
      : `${unread.map(({ slot }) => slot!.slot).join(', ')} never read`;
  if (slots.every(({ state }) => state === 'freed')) return 'freed';
  const held = slots.filter(({ state }) => state === 'held');
  const bytes = held.reduce((sum, { tensor }) => sum + cachedBytes(tensor, model), 0);
  return bytes > 0 ? inBytes(bytes) : '';
}
