import type { Matrix } from '../../../core/math/matrix';
import { isKnownUnread, type PlaceState, type Spot } from '../../../core/pass/frames/place';
import type { Scale } from '../../../state/scales';
import type { Note } from '../../../state/what-if/notes';
import type { Box } from '../layout/geometry';
import { type Command, type Edge, framed, grown, type HatchCommand, type RectCommand } from './command';
import { movedBy, nameOver, nameRuns } from './place-texts';
import { type Tag, tagOver } from './tags';
import type { PlaceThing, RingThing } from './thing';

/** How clear the numbers of a place are that can be seen to be held, freed, or kept for nothing. */
const opacities: Record<Exclude<PlaceState, 'empty'>, number> = { held: 1, freed: 0.22, unread: 0.3 };

/** With square corners, since browsers take long to set dots along round ones. */
const nothing = (box: Box): RectCommand =>
  framed('empty', box, 0, { tone: 'line-strong', width: 1.5, style: 'dotted' });

/** What is freed has a frame, since zeros would fade into the card. */
const gone = (box: Box): RectCommand => framed('freed', box, 2, { tone: 'line', width: 1, style: 'solid' });

const hatched = (box: Box): HatchCommand => ({
  kind: 'hatch',
  sign: 'unread',
  box,
  radius: 2,
  edge: { tone: 'hatch', width: 1, style: 'solid' },
  width: 1,
  every: 7,
});

/** What was computed again on the way back is in its slot for as long as it is needed, and was not kept. */
const again = (box: Box): RectCommand =>
  framed('again', box, 2, { tone: 'recompute', width: 2, style: 'dashed' });

/** That its cells were changed by hand, or moved by that: around it, or within the ring of a read or a write. */
const touched = (box: Box, { kind }: Note, { mark }: Spot): RectCommand =>
  framed(kind, grown(box, mark ? 1 : 4), mark ? 4 : 7, { tone: 'alarm', width: 2, style: 'dashed' });

/** What a place is drawn by. */
export interface PlaceLook {
  readonly key: string;
  readonly spot: Spot;
  readonly matrix: Matrix;
  readonly scale: Scale;
  readonly box: Box;
  readonly note?: Note | undefined;
  /** What is written over it, where that is not its name. */
  readonly label?: string | undefined;
  /** What its slot adds to the bytes held, or why it adds nothing. */
  readonly tag?: Tag | undefined;
  /** Whether it was computed again on the way back. */
  readonly isAgain?: boolean;
  /** Whether other numbers can be put into its slot, or are in it. */
  readonly byHand?: PlaceThing['byHand'];
}

/** One tensor at its place, in the state in which it stands there. */
export function placeThing({
  key,
  spot,
  matrix,
  scale,
  box,
  note,
  label,
  tag,
  isAgain,
  byHand,
}: PlaceLook): PlaceThing {
  // What nothing will read looks like anything else that is held, until whoever looks can know.
  const state = spot.state === 'unread' && !isKnownUnread(spot) ? 'held' : spot.state;
  const commands: Command[] = [nameOver(box, spot, nameRuns(spot, matrix, label))];
  if (tag?.written) commands.push(tagOver(box, tag));
  if (state === 'empty') commands.push(nothing(box));
  else {
    commands.push({ kind: 'cells', sign: 'values', box, matrix, scale, opacity: opacities[state] });
    if (state === 'freed') commands.push(gone(box));
    if (isAgain) commands.push(again(box));
    if (state === 'unread') commands.push(hatched(box));
    if (note) commands.push(touched(box, note, spot));
    if (note?.by !== undefined) commands.push(movedBy(box, spot, note.by));
  }
  return { part: 'place', key, box, spot, matrix, note, tag: tag?.full, byHand, commands };
}

/**
 * A ring around what is read, a double one around what is written: their colours are not the only sign. What a cache was
 * kept for is what the page is about, and has the strongest.
 */
export function ringThing(key: string, box: Box, { mark, slot }: Spot): RingThing {
  const isRead = mark === 'read';
  const width = isRead ? (slot ? 3.5 : 1.5) : 4;
  const sign = isRead ? 'read' : 'write';
  const edge: Edge = { tone: sign, width, style: isRead ? 'solid' : 'double' };
  return { part: 'ring', key, commands: [framed(sign, grown(box, isRead ? width + 1 : 4.5), 5, edge)] };
}
