import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../explain/code';
import { type Sharing, sharings } from './scales';

/** What lies over the stage on the reader's demand: the editor, what a layer is, or all that there is to say of the step. */
export type Sheet = { readonly of: 'editor' | 'step' } | { readonly of: 'layer'; readonly layer: number };

/** How the stage and what is said of it are shown. */
export interface Display {
  /** Whether cells are large enough for their numbers, though the stage may have to scroll. */
  readonly numbers: boolean;
  /** Whether each layer has colour scales of its own. */
  readonly sharing: Sharing;
  /** Whether the list of keys is shown. */
  readonly keysListed: boolean;
  /** Whether the page is shown to a room: larger type, panels folded. */
  readonly presenting: boolean;
  readonly sheet: Sheet | undefined;
  /** The language in which steps are written. */
  readonly language: Language;
  setNumbers(numbers: boolean): void;
  share(sharing: Sharing): void;
  listKeys(keysListed: boolean): void;
  present(presenting: boolean): void;
  openSheet(sheet: Sheet | undefined): void;
  setLanguage(language: Language): void;
}

/**
 * As the page opens. None of it changes the model or belongs into a link. What the colours are the scale of stays on the
 * device.
 */
export const createDisplay = (): StoreApi<Display> =>
  createStore<Display>()(
    persist(
      (set) => ({
        numbers: false,
        sharing: 'layer',
        keysListed: false,
        presenting: false,
        sheet: undefined,
        language: 'numpy',
        setNumbers: (numbers) => set({ numbers }),
        share: (sharing) => set({ sharing }),
        listKeys: (keysListed) => set({ keysListed }),
        present: (presenting) => set({ presenting, sheet: undefined }),
        openSheet: (sheet) => set({ sheet }),
        setLanguage: (language) => set({ language }),
      }),
      {
        name: 'cacheback-colours',
        partialize: ({ sharing }) => ({ sharing }),
        // What stands in the storage is read like a file: what shares no scales is ignored.
        merge: (stored, state) => {
          const kept =
            typeof stored === 'object' && stored !== null && 'sharing' in stored ? stored.sharing : undefined;
          return { ...state, sharing: sharings.find((sharing) => sharing === kept) ?? state.sharing };
        },
      },
    ),
  );
