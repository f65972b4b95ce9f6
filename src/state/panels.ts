import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** The parts of the page that can be folded away, by their names in links. */
export const panelNames = ['header', 'editor', 'inspector', 'timeline', 'code', 'checks'] as const;

export type PanelName = (typeof panelNames)[number];

interface Panels {
  /** What is folded away. */
  readonly hidden: readonly PanelName[];
  /** Folds a panel away, or opens it again. */
  fold(panel: PanelName, away: boolean): void;
}

const isPanel = (name: string): name is PanelName => panelNames.some((panel) => panel === name);

/** The panels among some names, in one order, so that the same ones are written the same. */
const panelsAmong = (names: readonly string[]): PanelName[] =>
  panelNames.filter((panel) => names.includes(panel));

/** What an address folds away: `hide=header,code`, in what is behind ? or #; undefined where it says nothing of it. */
export function hiddenIn(address: string): PanelName[] | undefined {
  const [, list] = /[?&#/]hide=([\w,]*)/.exec(address) ?? [];
  return list === undefined ? undefined : panelsAmong(list.split(',').filter(isPanel));
}

/** Which panels are folded away. It stays on the device; a link that says otherwise goes before it. */
export const usePanels = create<Panels>()(
  persist(
    (set, get) => ({
      hidden: [],
      fold: (panel, away) => {
        const others = get().hidden.filter((other) => other !== panel);
        set({ hidden: panelsAmong(away ? [...others, panel] : others) });
      },
    }),
    {
      name: 'cacheback-panels',
      partialize: ({ hidden }) => ({ hidden }),
      // What stands in the storage or in the link is read like a file: what is no panel is ignored.
      merge: (stored, state) => {
        const kept =
          typeof stored === 'object' && stored !== null && 'hidden' in stored && Array.isArray(stored.hidden)
            ? panelsAmong(stored.hidden.filter((name) => typeof name === 'string'))
            : state.hidden;
        return { ...state, hidden: hiddenIn(globalThis.location?.href ?? '') ?? kept };
      },
    },
  ),
);
