import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { onDevice } from './stored';

export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** Light, dark, or as the system has it. It stays on the device: a link does not change how another's page looks. */
export const useTheme = create<{ theme: Theme; setTheme(theme: Theme): void }>()(
  persist((set) => ({ theme: 'system', setTheme: (theme) => set({ theme }) }), {
    name: 'cacheback-theme',
    storage: onDevice(),
    partialize: ({ theme }) => ({ theme }),
    // What another version, another page or a hand has put there is read like a file: what is no theme is ignored.
    merge: (stored, state) => {
      const kept =
        typeof stored === 'object' && stored !== null && 'theme' in stored ? stored.theme : undefined;
      return { ...state, theme: themes.find((theme) => theme === kept) ?? state.theme };
    },
  }),
);
