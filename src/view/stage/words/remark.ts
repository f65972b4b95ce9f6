import { cachedBytes, type Model } from '../../../core/model/model';
import type { Frame } from '../../../core/pass/frame';
import type { CacheName } from '../../../core/pass/trace';
import { inBytes } from '../../numbers';
import type { Heading } from '../layout/geometry';

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

const titles: Record<CacheName, string> = {
  linear: 'linear_cache',
  batch_norm: 'batch_norm_cache',
  activation: 'activation_cache',
  dropout: 'dropout_cache',
  loss: 'loss',
};

/** About how wide a letter of a title or a remark is. */
const LETTER = 6.05;

/** A cache's title and remark in their room; the title is cut to its first word where there is none for all of it. */
export function headingWords(frame: Frame, model: Model, { cache, slots, aside, width }: Heading) {
  const remark = remarkOf(frame, model, slots);
  const beside = aside || remark === '' ? 0 : remark.length + 2;
  const fits = (titles[cache].length + beside) * LETTER <= width;
  return { title: fits ? titles[cache] : cache, remark };
}
