import { createContext, type ReactNode, useCallback, useContext, useId, useMemo } from 'react';
import { type StoreApi, useStore as useVanilla } from 'zustand';
import type { Choice } from '../state/choice/choice';
import type { Asking } from '../state/learning/asking';
import type { Display } from '../state/shown/display';
import type { Pointing } from '../state/shown/pointing';
import type { ViewName } from '../state/shown/view';
import type { State, Store } from '../state/state';
import { wantedOf } from '../state/taking';

interface Provided {
  readonly store: Store;
  /** The store as it is seen here, whose state may be one that was: see `InView`. */
  readonly seen: Store;
  /** Tells the part of the document that shows the store from others. */
  readonly area: string;
}

const StoreContext = createContext<Provided | undefined>(undefined);

/** What stands in it shows what that store holds, and changes it. */
export function StoreProvider({ store, children }: { store: Store; children: ReactNode }) {
  const area = useId();
  const provided = useMemo(() => ({ store, seen: store, area }), [store, area]);
  return <StoreContext value={provided}>{children}</StoreContext>;
}

/** A store that goes on showing the last state of a view once another one is shown. */
function seenFrom(store: Store, view: ViewName): Store {
  let last = store.getState();
  const getState = () => {
    const state = store.getState();
    if (state.view === view) last = state;
    return last;
  };
  return { ...store, getState };
}

/**
 * What stands in it belongs to a view. React asks it of every change until it is gone, of that to another view too, for
 * which only what the other one shows is worked out beforehand: that state is none of its business.
 */
export function InView({ view, children }: { view: ViewName; children: ReactNode }) {
  const { store, area } = useProvided();
  const provided = useMemo(() => ({ store, seen: seenFrom(store, view), area }), [store, view, area]);
  return <StoreContext value={provided}>{children}</StoreContext>;
}

function useProvided(): Provided {
  const provided = useContext(StoreContext);
  if (!provided) throw new Error('what shows a store stands within a StoreProvider');
  return provided;
}

/** The store that is shown here. An Error outside of a provider. */
export const useStoreApi = (): Store => useProvided().store;

/** Marks the element that all of a store's part of the document stands in: keys and dropped files find it by that. */
export const useArea = () => ({ 'data-area': useProvided().area });

/**
 * Tells whether what happened in the document is meant for the store that is shown here: it is where it happened in its
 * area, and for the first area of the document where it happened in none, as keys do while nothing has the focus.
 */
export function useIsOurs(): (event: Event) => boolean {
  const { area } = useProvided();
  return useCallback(
    ({ target }) => {
      const within = target instanceof Element ? target.closest<HTMLElement>('[data-area]') : null;
      return (within ?? document.querySelector<HTMLElement>('[data-area]'))?.dataset.area === area;
    },
    [area],
  );
}

type StateOf<S> = S extends StoreApi<infer T> ? T : never;

/** Something of what was chosen, anew as soon as it changes. */
export const useStore = <T,>(selector: (state: State) => T): T => useVanilla(useProvided().seen, selector);

/** Something of what was chosen last, though its pass may still be worked out: what the editor shows. */
export const useWanted = <T,>(selector: (choice: Choice) => T): T =>
  useStore((state) => selector(wantedOf(state)));

/** What can be done to what was chosen; it never changes. */
export const useActions = (): Omit<StateOf<Store>, keyof State> => useStoreApi().getState();

/** Something of what is pointed at, anew as soon as it changes. */
export const usePointing = <T,>(selector: (state: Pointing) => T): T =>
  useVanilla(useStoreApi().pointing, selector);

/** What can be done with what is pointed at; it never changes. */
export const usePointingActions = () => useStoreApi().pointing.getState();

/** Something of how things are shown, anew as soon as it changes. */
export const useDisplay = <T,>(selector: (state: Display) => T): T =>
  useVanilla(useStoreApi().display, selector);

/** What can be done to how things are shown; it never changes. */
export const useDisplayActions = () => useStoreApi().display.getState();

/** Something of what is asked of the stage, anew as soon as it changes. */
export const useAsking = <T,>(selector: (state: Asking) => T): T =>
  useVanilla(useStoreApi().asking, selector);
