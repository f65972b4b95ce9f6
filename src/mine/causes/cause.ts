import type { Matrix } from '../../core/math/matrix';
import type { Layer, Model } from '../../core/model/model';
import type { BufferName } from '../../core/model/names';
import type { Lookup, Made, Way } from '../pass';

/** The step at which a mistake was made, and the numbers that it was computed from. */
export interface Scene {
  /** The tensor that is wrong, by its name. */
  readonly name: BufferName;
  readonly made: Made;
  readonly model: Model;
  readonly layer: Layer;
  readonly l: number;
  readonly m: number;
  /** Their numbers, exactly; what they did not bring follows from what they did. */
  readonly of: Lookup;
  /** The tensor itself as they have it; undefined where they did not bring it, and it is supposed to be wrong. */
  readonly theirs?: Matrix | undefined;
}

/** What was computed instead, with what tells which of several it is: an activation, a layer, a number. */
export interface Attempt {
  readonly way: Way;
  readonly detail?: string | number;
}

/** A mistake that people make, as told to who made it. */
export interface Telling {
  /** A sentence that names it. */
  readonly title: string;
  /** What each of their cells is, as a formula in plain characters. */
  readonly cells: string;
  /** How it comes about, and what mends it. */
  readonly why: string;
  /** The line of code that does it, and what it should be; in the words of the course. */
  readonly wrong: string;
  readonly right: string;
}

/** A wrong computation that people really write. */
export interface Cause {
  /** The steps at which it is made, as files call them. */
  readonly at: readonly string[];
  /** What would be computed at a step; nothing where it makes no difference there. */
  tries(scene: Scene): Iterable<Attempt>;
  tell(scene: Scene, detail: Attempt['detail']): Telling;
}

/** A cause, its fields checked where it is written. */
export const cause = (of: Cause): Cause => of;
