import { persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../explain/code';
import type { Focus } from '../../lessons/focus';
import { type Sharing, sharings } from '../scales';
import { onDevice, storedOneOf } from './stored';

/** What lies over the stage on the reader's demand: the editor, what a layer is, or all that there is to say of the step. */
export type Sheet = { readonly of: 'editor' | 'step' } | { readonly of: 'layer'; readonly layer: number };

/** How the stage and what is said of it are shown. */
export interface Display {
  /** Whether the reader came close: what is in the middle has cells large enough for numbers, and the rest steps back. */
  readonly close: boolean;
  /** What is in the middle then: the step that is shown, or what a lesson tells of. */
  readonly subject: Focus | 'step';
  /** Whether each layer has colour scales of its own. */
  readonly sharing: Sharing;
  /** Whether the list of keys is shown. */
  readonly keysListed: boolean;
  /** Whether the page is shown to a room: larger type, panels folded. */
  readonly presenting: boolean;
  readonly sheet: Sheet | undefined;
  /** The language in which steps are written. */
  readonly language: Language;
  /** Whether a listing is shown whole, with what calls the function that runs. */
  readonly listingWhole: boolean;
  comeClose(close: boolean): void;
  /** Puts something in the middle and comes close to it; the whole network is shown where that is nothing. */
  focusOn(focus: Focus | undefined): void;
  share(sharing: Sharing): void;
  listKeys(keysListed: boolean): void;
  present(presenting: boolean): void;
  openSheet(sheet: Sheet | undefined): void;
  setLanguage(language: Language): void;
  showListing(whole: boolean): void;
}

/** What the reader came close to; undefined while the whole network is shown. */
export const focusOf = ({
  close,
  subject,
}: Pick<Display, 'close' | 'subject'>): Display['subject'] | undefined => (close ? subject : undefined);

/**
 * As the page opens. None of this changes the model or belongs in a link. Which tensors share a colour scale is remembered
 * on the device.
 */
export const createDisplay = (): StoreApi<Display> =>
  createStore<Display>()(
    persist(
      (set) => ({
        close: false,
        subject: 'step',
        sharing: 'layer',
        keysListed: false,
        presenting: false,
        sheet: undefined,
        language: 'numpy',
        listingWhole: false,
        comeClose: (close) => set({ close }),
        focusOn: (focus) => set({ close: focus !== undefined, subject: focus ?? 'step' }),
        share: (sharing) => set({ sharing }),
        listKeys: (keysListed) => set({ keysListed }),
        present: (presenting) => set({ presenting, sheet: undefined }),
        openSheet: (sheet) => set({ sheet }),
        setLanguage: (language) => set({ language }),
        showListing: (listingWhole) => set({ listingWhole }),
      }),
      {
        name: 'cacheback-colours',
        storage: onDevice(),
        partialize: ({ sharing }) => ({ sharing }),
        merge: (stored, state) => ({
          ...state,
          sharing: storedOneOf(stored, 'sharing', sharings) ?? state.sharing,
        }),
      },
    ),
  );
