import { create } from 'zustand';
import { limits } from '../formats/limits';
import { readModelFile } from '../formats/model-file';
import { type Choice, choiceOfFile, firstChoice, readChoice } from './choice';
import type { Edit } from './edits';
import type { Position } from './position';

/** What the user chose, and nothing that can be worked out from it. */
export interface State {
  readonly choice: Choice;
  readonly position: Position;
  readonly playing: boolean;
  /** A sentence for the user, until it is dismissed or a change goes through. */
  readonly notice: string | undefined;
}

interface Actions {
  /** Changes the model. What no file or link could hold is refused with a sentence, and nothing changes. */
  edit(edit: Edit): void;
  /** Shows a model as it was before, or as a link has it. */
  show(choice: Choice, position: Position, notice?: string): void;
  moveTo(position: Position): void;
  setPlaying(playing: boolean): void;
  notify(notice: string | undefined): void;
  /** Opens a model file. One that can't be opened is refused with a sentence, and nothing changes. */
  open(file: File): Promise<void>;
}

export const useStore = create<State & Actions>()((set, get) => ({
  choice: firstChoice,
  position: 'start',
  playing: false,
  notice: undefined,

  edit(edit) {
    const choice = edit(get().choice);
    const read = readChoice(choice);
    set(read.ok ? { choice, notice: undefined } : { notice: read.sentence });
  },
  show: (choice, position, notice) => set({ choice, position, notice, playing: false }),
  moveTo: (position) => set({ position }),
  setPlaying: (playing) => set({ playing }),
  notify: (notice) => set({ notice }),

  async open(file) {
    const refuse = (sentence: string) => set({ notice: `${file.name} was not opened. ${sentence}` });
    if (file.size > limits.fileBytes) return refuse('Expected a file of at most 64 MiB.');
    const read = readModelFile(await file.text());
    if (!read.ok) return refuse(read.sentence);
    set({ choice: choiceOfFile(read.value), position: 'start', playing: false, notice: undefined });
  },
}));
