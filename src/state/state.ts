import type { StoreApi } from 'zustand/vanilla';
import type { Entries } from './address/undo';
import type { Choice } from './choice/choice';
import type { Edit } from './choice/edits';
import type { Asking } from './learning/asking';
import type { Learning } from './learning/learning';
import type { Held } from './mine/mine';
import type { Remembered } from './opening/expectations';
import type { How } from './opening/types';
import type { Memory } from './passes/given';
import type { Position } from './position';
import type { Display } from './shown/display';
import type { Pointing } from './shown/pointing';
import type { Comparing, Exploring, Shown, ViewName } from './shown/view';

/** What the user chose, and nothing that follows from it. */
export interface State extends Shown {
  readonly choice: Choice;
  readonly position: Position;
  readonly playing: boolean;
  /** The arrays that somebody brought to have them checked, where they did. */
  readonly mine: Held | undefined;
  /** What opened files expect of a pass. */
  readonly expectations: readonly Remembered[];
  /** A sentence for the user, until it is dismissed or a change goes through. */
  readonly notice: string | undefined;
  /** The notice, where it only says that something was done: it goes away by itself, and with the next step. */
  readonly passing: string | undefined;
  /** Another way to open the file that a notice tells of. */
  readonly offer: Offer | undefined;
  /** A change that is made once what it shows has been computed. */
  readonly pending: Pending | undefined;
  /** Keeps what selectors remember for this store, and what was worked out for it elsewhere. */
  readonly memory: Memory;
}

/** Another way to open a file; it stands as long as its notice does. */
interface Offer {
  readonly notice: string;
  readonly label: string;
  readonly file: File;
  readonly how: How;
}

/** A change that waits for a thread of its own. */
interface Pending {
  readonly change: Partial<State>;
  /** Which share of the work is done, from 0 to 1. */
  readonly done: number;
}

/** What can be done to it. */
export interface Actions {
  /** Changes the model. What no file or link could hold is refused with a sentence, and nothing changes. */
  edit(edit: Edit): void;
  /** Shows a model as it was before, or as a link has it. */
  show(choice: Choice, position: Position, notice?: string): void;
  setView(view: ViewName): void;
  compare(change: Partial<Comparing>): void;
  explore(change: Partial<Exploring>): void;
  /** Opens a beat of a lesson, or the list of lessons. */
  learn(learning: Learning): void;
  setPredicting(predicting: boolean): void;
  moveTo(position: Position): void;
  setPlaying(playing: boolean): void;
  /** Makes any change, as `createTaking` does; `settled` is called once it is shown, or given up. */
  take(change: Partial<State>, settled?: () => void): void;
  /** Gives up a change whose pass is still being computed. */
  stop(): void;
  /** Shows a notice, or none. One that only says what was done is `passing`: it goes away by itself. */
  notify(notice: string | undefined, how?: { readonly passing: boolean }): void;
  /**
   * Opens a file, once those before it are open. One that can't be opened is refused with a sentence, and nothing
   * changes. Arrays lead to where they are checked. Tells whether it was opened.
   */
  open(file: File, how?: How): Promise<boolean>;
  /** Says which tensor one of the brought arrays is; `undefined` takes that back. */
  place(written: string, tensor: string | undefined): void;
  /** Takes the arrays away that were brought. */
  takeAway(): void;
}

/**
 * All that one stage remembers: what was chosen; and beside it, since neither links nor the back button know them, what
 * is pointed at and how things are shown.
 */
export interface Store extends StoreApi<State & Actions> {
  readonly pointing: StoreApi<Pointing>;
  readonly display: StoreApi<Display>;
  readonly asking: StoreApi<Asking>;
  /** Where it stands in the browser's history, where it is connected with that. */
  readonly entries: Entries;
}
