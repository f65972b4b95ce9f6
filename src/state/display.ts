import { createStore } from 'zustand/vanilla';
import type { Language } from '../explain/code';
import type { Sharing } from './scales';

/** How the stage and what is said of it are shown. */
export interface Display {
  /** Whether cells are large enough for their numbers, though the stage may have to scroll. */
  readonly numbers: boolean;
  /** Whether each layer has colour scales of its own. */
  readonly sharing: Sharing;
  /** Whether the list of keys is shown. */
  readonly keysListed: boolean;
  /** The language in which steps are written. */
  readonly language: Language;
  setNumbers(numbers: boolean): void;
  share(sharing: Sharing): void;
  listKeys(keysListed: boolean): void;
  setLanguage(language: Language): void;
}

/** As the page opens. None of it changes the model or belongs into a link. */
export const createDisplay = () =>
  createStore<Display>()((set) => ({
    numbers: false,
    sharing: 'layer',
    keysListed: false,
    language: 'numpy',
    setNumbers: (numbers) => set({ numbers }),
    share: (sharing) => set({ sharing }),
    listKeys: (keysListed) => set({ keysListed }),
    setLanguage: (language) => set({ language }),
  }));
