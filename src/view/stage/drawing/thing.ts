import type { Matrix } from '../../../core/math/matrix';
import type { Lane, Spot } from '../../../core/pass/frames/place';
import type { Slot } from '../../../core/pass/trace';
import type { Note } from '../../../state/what-if/notes';
import type { Box } from '../layout/geometry';
import type { Command, LineCommand, RectCommand, TextCommand } from './command';

interface Drawn<P extends string, C extends Command> {
  readonly part: P;
  /** What tells it from others of its part, in all frames. */
  readonly key: string;
  readonly commands: readonly C[];
}

/** The title of a lane. */
export interface LaneThing extends Drawn<'lane', TextCommand> {
  readonly lane: Lane;
}

/** A layer's card in a lane, with its titles in the forward lane. */
export interface CardThing extends Drawn<'card', RectCommand | TextCommand> {
  readonly box: Box;
  readonly lane: Lane;
  readonly layer: number;
  readonly activation: string;
}

/** The title of a cache, and what there is to say of it. */
export interface HeadingThing extends Drawn<'heading', TextCommand> {
  readonly box: Box;
}

/** One tensor at its place. */
export interface PlaceThing extends Drawn<'place', Command> {
  readonly box: Box;
  readonly spot: Spot;
  readonly matrix: Matrix;
  /** What changes by hand did to it. */
  readonly note: Note | undefined;
  /** What its slot adds to the bytes held, or why it adds nothing, in full. */
  readonly tag: string | undefined;
  /** Whether other numbers can be put into its slot, or are in it. */
  readonly byHand: 'can be' | 'is' | undefined;
}

/** The ring around what the step reads or writes, and around its card. */
export type RingThing = Drawn<'ring', RectCommand>;

/** A badge at one slot of a buffer that stands in another one too, and names that. */
export interface BadgeThing extends Drawn<'badge', TextCommand> {
  /** The other slot, and its place by key. */
  readonly slot: Slot;
  readonly other: string;
}

/** The line between two slots that are two names of one buffer, and frames around both, where one is pointed at. */
export interface TwinsThing extends Drawn<'twins', LineCommand | RectCommand> {
  readonly keys: readonly [string, string];
}

/** The line from a slot that the step reads to what it makes of it. */
export type ReadsThing = Drawn<'reads', LineCommand>;

/** The frame around a cell that is pinned, or that belongs to it. */
export type LitThing = Drawn<'lit', RectCommand>;

/** What belongs together on the stage, with the commands that draw it. */
export type Thing =
  | LaneThing
  | CardThing
  | HeadingThing
  | PlaceThing
  | RingThing
  | BadgeThing
  | TwinsThing
  | ReadsThing
  | LitThing;

/** The things of one part. */
export const thingsOf = <P extends Thing['part']>(drawing: readonly Thing[], part: P) =>
  drawing.filter((thing): thing is Extract<Thing, { readonly part: P }> => thing.part === part);
