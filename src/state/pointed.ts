import { create } from 'zustand';
import type { BufferName } from '../core/model/names';
import type { Language } from '../explain/code';

interface Pointed {
  /** The tensor whose name, or whose picture, is pointed at: all its names and pictures are lit. */
  readonly tensor: BufferName | undefined;
  /** The language in which steps are written. */
  readonly language: Language;
  pointAtTensor(tensor: BufferName | undefined): void;
  setLanguage(language: Language): void;
}

/** What the reader points at by name, and the language in which code is read. */
export const usePointed = create<Pointed>()((set) => ({
  tensor: undefined,
  language: 'numpy',
  pointAtTensor: (tensor) => set({ tensor }),
  setLanguage: (language) => set({ language }),
}));
