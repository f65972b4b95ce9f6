import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { onDevice, storedOneOf } from './stored';

export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** Light, dark, or as the system has it. It stays on the device: a link does not change how another's page looks. */
export const useTheme = create<{ theme: Theme; setTheme(theme: Theme): void }>()(
  persist((set) => ({ theme: 'system', setTheme: (theme) => set({ theme }) }), {
    name: 'cacheback-theme',
    storage: onDevice(),
    partialize: ({ theme }) => ({ theme }),
    merge: (stored, state) => ({ ...state, theme: storedOneOf(stored, 'theme', themes) ?? state.theme }),
  }),
);
