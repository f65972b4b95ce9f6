import { create } from 'zustand';
import { limits } from '../formats/limits';
import type { ModelFile } from '../formats/model-file';
import { type Read, refused } from '../formats/read';
import { type Choice, choiceOfFile, firstChoice, isSameChoice, readChoice, storedChoice } from './choice';
import type { Edit } from './edits';
import { type Expectation, remembered } from './expectations';
import { defineFormulas } from './formulas';
import type { Position } from './position';
import { unworkable } from './unworkable';
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
}

interface Actions {
  /** Changes the model. What no file or link could hold is refused with a sentence, and nothing changes. */
  edit(edit: Edit): void;
  /** Shows a model as it was before, or as a link has it. */
  show(choice: Choice, position: Position, notice?: string): void;
  setView(view: ViewName): void;
  compare(change: Partial<Comparing>): void;
  explore(change: Partial<Exploring>): void;
  moveTo(position: Position): void;
  setPlaying(playing: boolean): void;
  notify(notice: string | undefined): void;
  /** Opens a model file. One that can't be opened is refused with a sentence, and nothing changes. */
  open(file: File): Promise<void>;
}

/** The one store. */
export const useStore = create<State & Actions>()((set, get) => ({
  choice: firstChoice,
  position: 'start',
  ...opening,
  playing: false,
  expectations: [],
  notice: undefined,

  edit(edit) {
    const before = get().choice;
    const read = changed(before, edit);
    if (!read.ok) return set({ notice: read.sentence });
    set({ choice: read.value, notice: undefined });
  },
  show: (choice, position, notice) => set({ choice, position, notice, playing: false }),
  setView: (view) => set({ view, playing: false }),
  compare: (change) => set({ comparing: { ...get().comparing, ...change } }),
  explore: (change) => set({ exploring: { ...get().exploring, ...change } }),
  moveTo: (position) => set({ position }),
  setPlaying: (playing) => set({ playing }),
  notify: (notice) => set({ notice }),

  async open(file) {
    const read = await readFile(file);
    if (!read.ok) return set({ notice: `${file.name} was not opened. ${read.sentence}` });
    const choice = choiceOfFile(read.value);
    const flaw = await defineFormulas(choice);
    if (flaw) return set({ notice: `${file.name} was not opened. ${flaw}` });
    const expectations = remembered(get().expectations, choice.data, read.value.expected);
    set({ choice, position: 'start', playing: false, notice: undefined, expectations });
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
async function readFile(file: File): Promise<Read<ModelFile>> {
  if (file.size > limits.fileBytes)
    return refused('Expected a file of at most 64 MiB, but this one is larger.');
  const format = await import('../formats/model-file').catch(() => undefined);
  if (!format) return refused('What reads files could not be loaded. Is there a connection?');
  // A folder that is dropped comes as a file too, and so does one that is gone by now.
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return refused("Expected a file, but the browser can't read it.");
  try {
    return format.readModelFile(text);
  } catch (error) {
    return refused(unworkable('Nothing was changed', error));
  }
}
