import type { Examples } from '../../formats/meant';
import type { Read } from '../../formats/read';
import type { Choice } from '../choice/choice';
import type { Held, Mine } from '../mine/mine';
import type { Position } from '../position';
import type { Expectation } from './expectations';

/** How a file is to be opened where it can be read in more than one way. */
export interface How {
  readonly examples?: Examples;
  /** Whether Z and A that are expected, but not computed, are the caches of a test. */
  readonly caches?: true;
  /** Whether it is a text that was pasted, and no file. */
  readonly pasted?: true;
}

/** Opens the same file in a thread of its own, for files that take a large pass: a few characters can ask for one. */
export type Elsewhere = () => Promise<Read<OpenedFile>>;

/** What the page shows when a file is opened. */
export interface Now {
  readonly choice: Choice;
  readonly position: Position;
  /** What is expected of its pass already. */
  readonly expected: Expectation;
  /** The arrays that are checked already. */
  readonly mine: Held | undefined;
  /** The part of the address behind #, which may be a link that waits for a file. */
  readonly link?: string;
}

/** What a file holds, ready to be shown. */
export interface OpenedFile {
  readonly choice: Choice;
  readonly expected: Expectation['tensors'];
  /** The files that this came in, where it was more than the one that was opened. */
  readonly sources?: readonly string[];
  /** What was read as something else, or passed over, in sentences. */
  readonly remarks: readonly string[];
  /** Another way to read it. */
  readonly offer?: { readonly label: string; readonly how: How };
  readonly position?: Position;
  /** The arrays that are to be checked, where it held some. */
  readonly mine?: Mine;
}
