import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { onDevice } from './stored';

/** The parts of the page that can be folded away, by their names in links. */
export const panelNames = ['header', 'editor', 'inspector', 'timeline', 'code', 'checks'] as const;

export type PanelName = (typeof panelNames)[number];

interface Panels {
  /** What is folded away. */
  readonly hidden: readonly PanelName[];
  /** What the reader of this device folded away: what a link folded is not remembered. */
  readonly kept: readonly PanelName[];
  /** Folds a panel away, or opens it again, and remembers it. */
  fold(panel: PanelName, away: boolean): void;
  /** Folds away what a link says, and nothing else. */
  follow(hidden: readonly PanelName[]): void;
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

/** What is folded away as a part of a link, which `hiddenIn` reads; none where nothing is. */
export const writeHidden = (hidden: readonly PanelName[]): string[] =>
  hidden.length > 0 ? [`hide=${panelsAmong(hidden).join(',')}`] : [];

/** Some panels with one more or one less. */
const folded = (panels: readonly PanelName[], panel: PanelName, away: boolean): PanelName[] =>
  panelsAmong([...panels.filter((other) => other !== panel), ...(away ? [panel] : [])]);

/** Which panels are folded away. It stays on the device; a link that says otherwise goes before it. */
export const usePanels = create<Panels>()(
  persist(
    (set, get) => ({
      hidden: [],
      kept: [],
      fold(panel, away) {
        const { hidden, kept } = get();
        set({ hidden: folded(hidden, panel, away), kept: folded(kept, panel, away) });
      },
      follow: (hidden) => set({ hidden: panelsAmong(hidden) }),
    }),
    {
      name: 'cacheback-panels',
      storage: onDevice(),
      partialize: ({ kept }) => ({ hidden: kept }),
      // What stands in the storage or in the link is read like a file: what is no panel is ignored.
      merge: (stored, state) => {
        const kept =
          typeof stored === 'object' && stored !== null && 'hidden' in stored && Array.isArray(stored.hidden)
            ? panelsAmong(stored.hidden.filter((name) => typeof name === 'string'))
            : state.kept;
        return { ...state, kept, hidden: hiddenIn(globalThis.location?.href ?? '') ?? kept };
      },
    },
  ),
);
