import type { Paired } from '../compare/times/pairs';
import type { Trace } from '../core/pass/trace';

/** What a lesson knows of its student: the record of the network as it is now, and where in it the student stands. */
export interface Seen {
  readonly trace: Trace;
  /** The same pass without the changes by hand. */
  readonly untouched: Trace;
  /** How many steps are done. */
  readonly index: number;
  /** What was measured on this machine, by `sizeKey`. */
  readonly measured?: Readonly<Record<string, Paired>>;
}

/** A sentence or two, as they are, or worked out from the record. */
export type Says = string | ((seen: Seen) => string);

/** What is said at the moment. */
export const said = (says: Says, seen: Seen): string => (typeof says === 'string' ? says : says(seen));
