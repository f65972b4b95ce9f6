import { largest } from '../../../core/math/extremes';
import type { Frame } from '../../../core/pass/frames/frame';
import { holdingsAt } from '../../../core/pass/frames/holdings';
import { isKnownUnread, type Place } from '../../../core/pass/frames/place';
import { type CacheName, slotKey, type Trace } from '../../../core/pass/trace';
import { listed } from '../../../explain/phrases';
import { inBytes } from '../../numbers';
import type { Heading } from '../layout/geometry';

type Filled = Place & { readonly slot: NonNullable<Place['slot']> };

const names = (places: readonly Filled[]): string => listed(places.map(({ slot }) => slot.slot));

const isGone = ({ freedAt }: Place): boolean => freedAt !== undefined;

/** Whether a step up to this one read the slot. */
const wasRead = ({ slot }: Filled, { steps }: Trace, index: number): boolean =>
  steps
    .slice(0, index)
    .some(({ cache }) => cache.some((event) => event.kind === 'read' && slotKey(event) === slotKey(slot)));

/** What there is to say of slots that were let go, and whether all of them were read. */
function ofGone(places: readonly Filled[], index: number): string[] {
  const unread = places.filter(isKnownUnread);
  if (unread.length > 0) return places.length === 1 ? ['never read'] : [`${names(unread)} never read`];
  const at = largest(places.map(({ freedAt = 0 }) => freedAt));
  if (at !== index) return [`freed at step ${at}`, 'freed'];
  return places.some(({ mark }) => mark === 'read')
    ? ['read now, freed', 'read now']
    : ['freed now', 'freed'];
}

/** The bytes of what is held, and whose the rest is. */
function bytesOf(held: readonly Filled[], trace: Trace, index: number): string[] {
  const holdings = held.flatMap(({ slot }) => holdingsAt(trace, index).get(slotKey(slot)) ?? []);
  const sum = inBytes(holdings.reduce((bytes, holding) => bytes + holding.bytes, 0));
  const given = holdings.filter((holding) => holding.given);
  if (given.length === 0) return [sum];
  if (given.length === holdings.length)
    return [
      `not counted: ${listed(given.map(({ tensor, slot }) => (tensor === 'A0' ? 'X' : slot)))}`,
      'not counted',
    ];
  const whose = listed(given.map(({ slot }) => slot));
  return [`${sum}; ${whose} not counted`, `${sum}, without ${whose}`, sum];
}

/**
 * What there is to say of a cache at a step beside its title, from the longest to the shortest; its slots by place key.
 * That nothing reads a slot is said once it is let go, when whoever steps through the pass can know it.
 */
export function remarksOf({ places, index }: Frame, trace: Trace, keys: readonly string[]): string[] {
  const slots = keys.flatMap((key) => (places.get(key) ?? []) as Filled[]);
  if (slots.length === 0) return ['keeps nothing', 'empty'];
  const filled = slots.filter(({ state }) => state !== 'empty');
  if (filled.length === 0) return [''];
  const held = filled.filter((place) => !isGone(place));
  if (held.length === 0) return ofGone(filled, index);
  const bytes = bytesOf(held, trace, index);
  const asks = held.every(({ slot }) => slot.cache === 'activation');
  if (!asks) return bytes;
  if (held.some(({ mark }) => mark === 'read')) return [`${bytes[0]}, read now`, 'read now'];
  if (held.some((place) => wasRead(place, trace, index))) return bytes;
  return [`${bytes[0]}: will it be read?`, 'will it be read?', 'read later?'];
}

/** A cache's title: the loss's stands in the last layer's card, which tells whose it is. */
const titleOf = (cache: CacheName): string => (cache === 'loss' ? cache : `${cache}_cache`);

/** About how wide a letter of a title or a remark is. */
const LETTER = 6.05;

/**
 * A cache's title and remark for their room: both as long as there is room for, and the remark before the title. Beside
 * its slots each has a line of its own. Where there is room for no remark there is none.
 */
export function headingWords(frame: Frame, trace: Trace, { cache, slots, aside, width }: Heading) {
  const remarks = remarksOf(frame, trace, slots);
  const whole = titleOf(cache);
  const has = (...words: readonly string[]) => words.filter(Boolean).join('  ').length * LETTER <= width;
  const fits = (title: string, remark: string) => (aside ? has(title) && has(remark) : has(title, remark));
  for (const title of [whole, cache]) {
    const remark = remarks.find((candidate) => fits(title, candidate));
    if (remark !== undefined) return { title, remark };
  }
  return { title: fits(whole, '') ? whole : cache, remark: '' };
}
