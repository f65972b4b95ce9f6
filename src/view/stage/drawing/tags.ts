import type { Frame } from '../../../core/pass/frames/frame';
import type { Place } from '../../../core/pass/frames/place';
import type { Slot, Trace } from '../../../core/pass/trace';
import type { Box } from '../layout/geometry';
import { labelWidth } from '../layout/measure';
import { slotInShort, slotTags } from '../words/bytes';
import type { TextCommand } from './command';
import type { BadgeThing } from './thing';
import type { Twins } from './twins';

/** What a slot adds to the bytes held, or why it adds nothing: in full, and as there is room to write it. */
export interface Tag {
  readonly full: string;
  readonly written: string | undefined;
  /** How far from the end of the slot it ends: a badge may stand there. */
  readonly inset: number;
}

const SIZE = 11;

/** About how wide a letter of a tag is, and what stays free before it. */
const LETTER = 6;
const GAP = 7;

const widthOf = (text: string): number => text.length * LETTER;

/** The line over a slot in which its name stands, from some way before its end. */
const endOf = ({ x, y, width }: Box, inset: number) => ({ x, y: y - 18, width: width - inset, height: 13 });

const written = (sign: 'tag' | 'badge', box: Box, inset: number, text: string): TextCommand => ({
  kind: 'text',
  sign,
  box: endOf(box, inset),
  anchor: 'end',
  runs: [{ text }],
  size: SIZE,
  weight: sign === 'badge' ? 650 : 400,
  tone: 'ink-soft',
});

/** A tag at the end of the line over its slot. */
export const tagOver = (box: Box, { written: text, inset }: Tag): TextCommand =>
  written('tag', box, inset, text!);

/** The room beside a tensor's name. */
const roomBeside = (tensor: string, { width }: Box): number => width - labelWidth(tensor) - GAP;

/** What a badge says: where the other slot is, or only that there is one. */
function badgeText(other: Slot, tensor: string, box: Box): string {
  const long = `⇄ ${slotInShort(other)}`;
  return widthOf(long) + GAP + widthOf('0 B') <= roomBeside(tensor, box) ? long : '⇄';
}

/** The badges of two slots that are two names of one buffer, at each the name of the other. */
export function badgesOf(
  { places }: Frame,
  [a, b]: Twins,
  boxes: ReadonlyMap<string, Box>,
): readonly BadgeThing[] {
  const of = (key: string, other: string): BadgeThing[] => {
    const box = boxes.get(key);
    const slot = places.get(other)?.slot;
    if (!box || !slot || !boxes.has(other)) return [];
    const text = badgeText(slot, places.get(key)!.tensor, box);
    return [{ part: 'badge', key, slot, other, commands: [written('badge', box, 0, text)] }];
  };
  return [...of(a, b), ...of(b, a)];
}

/** What is written over a slot at a step, beside its name and its badge, if it has one. */
export function tagOf(
  place: Place,
  box: Box,
  badge: BadgeThing | undefined,
  { trace, frame }: { readonly trace: Trace; readonly frame: Frame },
): Tag | undefined {
  const tags = slotTags(place, trace, frame.index);
  if (tags.length === 0) return undefined;
  const inset = badge ? widthOf(badge.commands[0]!.runs[0]!.text) + GAP : 0;
  const room = roomBeside(place.tensor, box) - inset;
  return { full: tags[0]!, written: tags.find((text) => widthOf(text) <= room), inset };
}
