import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla';
import { type Read, refused } from '../formats/read';
import { createEntries, type Entries } from './address/undo';
import { unworkable } from './address/unworkable';
import { type Choice, firstChoice, isSameChoice, nameOf, readChoice, storedChoice } from './choice/choice';
import type { Edit } from './choice/edits';
import type { Memory } from './create-selector';
import { createDisplay, type Display } from './display';
import { type Asking, createAsking } from './learning/asking';
import { type Learning, noLesson } from './learning/learning';
import { type Mine, placed } from './mine/mine';
import { type Expectation, expectationOf, remembered } from './opening/expectations';
import type { How, OpenedFile } from './opening/types';
import { createPointing, type Pointing } from './pointing';
import type { Position } from './position';
import { type Comparing, type Exploring, opening, type Shown, type ViewName } from './view';

/** What the user chose, and nothing that can be worked out from it. */
export interface State extends Shown {
  readonly choice: Choice;
  readonly position: Position;
  readonly playing: boolean;
  /** The arrays that somebody brought to have them checked, where they did. */
  readonly mine: Mine | undefined;
  /** What opened files expect of a pass. */
  readonly expectations: readonly Expectation[];
  /** A sentence for the user, until it is dismissed or a change goes through. */
  readonly notice: string | undefined;
  /** Another way to open the file that a notice tells of. */
  readonly offer: Offer | undefined;
  /** Tells its store from others in the memory of selectors. */
  readonly memory: Memory;
}

/** Another way to open a file; it stands as long as its notice does. */
interface Offer {
  readonly notice: string;
  readonly label: string;
  readonly file: File;
  readonly how: How;
}

interface Actions {
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
  notify(notice: string | undefined): void;
  /**
   * Opens a file, once those before it are open. One that can't be opened is refused with a sentence, and nothing
   * changes. Arrays lead to where they are checked.
   */
  open(file: File, how?: How): Promise<void>;
  /** Says which tensor an array of theirs is; of none, where it is undefined. */
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

/** A store as the page opens. */
export const createStore = (): Store => ({
  ...createChoosing(),
  pointing: createPointing(),
  display: createDisplay(),
  asking: createAsking(),
  entries: createEntries(),
});

const createChoosing = () => {
  /** The file that is being opened: what comes after it is held against what it holds. */
  let last: Promise<void> = Promise.resolve();
  return createVanilla<State & Actions>()((set, get) => ({
    choice: firstChoice,
    position: 'start',
    ...opening,
    playing: false,
    mine: undefined,
    expectations: [],
    notice: undefined,
    offer: undefined,
    memory: {},

    edit(edit) {
      const before = get().choice;
      const read = changed(before, edit);
      if (!read.ok) return set({ notice: read.sentence });
      set({ choice: read.value, notice: undefined });
    },
    show: (choice, position, notice) => set({ choice, position, notice, playing: false }),
    setView: (view) => set({ view, learning: noLesson, playing: false }),
    compare: (change) => set({ comparing: { ...get().comparing, ...change } }),
    explore: (change) => set({ exploring: { ...get().exploring, ...change } }),
    learn: (learning) => set({ view: 'learn', learning, playing: false }),
    setPredicting: (predicting) => set({ predicting }),
    moveTo: (position) => set({ position }),
    setPlaying: (playing) => set({ playing }),
    notify: (notice) => set({ notice }),

    place: (written, tensor) => set({ mine: placed(get().mine, written, tensor) }),
    takeAway: () => set({ mine: undefined }),

    open(file, how = {}) {
      const opening = last.then(async () => {
        const read = await readFile(file, get(), how);
        if (!read.ok) {
          const still = `The page still shows "${nameOf(get().choice)}".`;
          return set({ notice: `${file.name} was not opened. ${read.sentence} ${still}` });
        }
        const { choice, expected, position = 'start', remarks, offer, mine } = read.value;
        // What there is to say of arrays stands where they are checked.
        const isSaid = remarks.length > 0 && (!mine || offer);
        const notice = isSaid ? remarks.join('\n') : undefined;
        const brings = Object.keys(expected).length > 0;
        set({
          choice,
          position,
          playing: false,
          expectations: remembered(get().expectations, choice.data, expected),
          notice,
          offer: notice !== undefined && offer ? { ...offer, notice, file } : undefined,
          // What a model's file expects is what is checked, in the place of arrays that were there before.
          ...(mine ? checking(mine) : brings ? { mine: undefined } : {}),
        });
      });
      last = opening.catch(() => undefined);
      return opening;
    },
  }));
};

/** Where arrays are checked. */
const checking = (mine: Mine) => ({ mine, view: 'mine', learning: noLesson }) as const;

/** A choice after a change, checked as strictly as a link; the same one where nothing changes. */
function changed(before: Choice, edit: Edit): Read<Choice> {
  try {
    const choice = edit(before);
    return isSameChoice(choice, before) ? { ok: true, value: before } : readChoice(storedChoice(choice));
  } catch (error) {
    return refused(unworkable('Nothing was changed', error));
  }
}

/** What a file holds. What reads files is no part of the first load, since most readers open none. */
async function readFile(
  file: File,
  { choice, position, expectations, mine }: State,
  how: How,
): Promise<Read<OpenedFile>> {
  const library = await import('./opening').catch(() => undefined);
  if (!library) return refused('What reads files could not be loaded. Is there a connection?');
  const expected = expectationOf(expectations, choice.data)?.tensors ?? {};
  return library
    .openFile(file, { choice, position, expected, mine, link: globalThis.location?.hash ?? '' }, how)
    .catch((error: unknown) => refused(unworkable('Nothing was changed', error)));
}
