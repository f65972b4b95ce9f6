import { createStore as createVanilla, type StoreApi } from 'zustand/vanilla';
import { type Read, refused } from '../formats/read';
import { createEntries, type Entries } from './address/undo';
import { unworkable } from './address/unworkable';
import { type Choice, firstChoice, isSameChoice, nameOf, readChoice, storedChoice } from './choice/choice';
import type { Edit } from './choice/edits';
import { withFittingMasks } from './choice/given-masks';
import type { Memory } from './create-selector';
import { createDisplay, type Display } from './display';
import { type Asking, createAsking } from './learning/asking';
import { type Learning, noLesson } from './learning/learning';
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
  /** Opens a file. One that can't be opened is refused with a sentence, and nothing changes. */
  open(file: File, how?: How): Promise<void>;
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

const createChoosing = () =>
  createVanilla<State & Actions>()((set, get) => ({
    choice: firstChoice,
    position: 'start',
    ...opening,
    playing: false,
    expectations: [],
    notice: undefined,
    offer: undefined,
    memory: {},

    edit(edit) {
      const before = get().choice;
      const read = changed(before, edit);
      if (!read.ok) return set({ notice: read.sentence });
      const { choice, sentence } = withFittingMasks(read.value);
      set({ choice, notice: sentence });
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

    async open(file, how = {}) {
      const read = await readFile(file, get(), how);
      if (!read.ok) {
        const still = `The page still shows "${nameOf(get().choice)}".`;
        return set({ notice: `${file.name} was not opened. ${read.sentence} ${still}` });
      }
      const { choice, expected, position = 'start', remarks, offer } = read.value;
      const notice = remarks.length > 0 ? remarks.join('\n') : undefined;
      const expectations = remembered(get().expectations, choice.data, expected);
      set({
        choice,
        position,
        playing: false,
        expectations,
        notice,
        offer: notice !== undefined && offer ? { ...offer, notice, file } : undefined,
      });
    },
  }));

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
  { choice, position, expectations }: State,
  how: How,
): Promise<Read<OpenedFile>> {
  const library = await import('./opening').catch(() => undefined);
  if (!library) return refused('What reads files could not be loaded. Is there a connection?');
  const expected = expectationOf(expectations, choice.data)?.tensors ?? {};
  return library
    .openFile(file, { choice, position, expected, link: globalThis.location?.hash ?? '' }, how)
    .catch((error: unknown) => refused(unworkable('Nothing was changed', error)));
}
