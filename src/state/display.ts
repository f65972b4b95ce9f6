import { createStore } from 'zustand/vanilla';
import type { Language } from '../explain/code';

/** How the stage and what is said of it are shown. */
export interface Display {
  /** Whether cells are large enough for their numbers, though the stage may have to scroll. */
  readonly numbers: boolean;
  /** Whether the list of keys is shown. */
  readonly keysListed: boolean;
  /** The language in which steps are written. */
  readonly language: Language;
  setNumbers(numbers: boolean): void;
  listKeys(keysListed: boolean): void;
  setLanguage(language: Language): void;
}

/** As the page opens. None of it changes the model or belongs into a link. */
export const createDisplay = () =>
  createStore<Display>()((set) => ({
    numbers: false,
    keysListed: false,
    language: 'numpy',
    setNumbers: (numbers) => set({ numbers }),
    listKeys: (keysListed) => set({ keysListed }),
    setLanguage: (language) => set({ language }),
  }));
