import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { useStore as useVanilla } from 'zustand';
import type { State, Store } from '../state/state';
import { StoreProvider, useStoreApi } from './store';

interface Lent {
  /** The store of another network that is shown in the place of the reader's own; undefined while that is. */
  readonly store: Store | undefined;
  lend(store: Store | undefined): void;
}

const LentContext = createContext<Lent>({ store: undefined, lend() {} });

/** What stands in it can lend the header its store, and the header is told of it. */
export function Lending({ children }: { children: ReactNode }) {
  const [store, lend] = useState<Store>();
  const lent = useMemo(() => ({ store, lend }), [store]);
  return <LentContext value={lent}>{children}</LentContext>;
}

/** Lends a store for as long as what shows it is on the page. */
export function useLending(store: Store): void {
  const { lend } = useContext(LentContext);
  useLayoutEffect(() => {
    lend(store);
    return () => lend(undefined);
  }, [store, lend]);
}

/** Something of what was chosen of the network that the page shows: the one that is lent, else the reader's own. */
export function useShown<T>(selector: (state: State) => T): T {
  const own = useStoreApi();
  const { store = own } = useContext(LentContext);
  return useVanilla(store, selector);
}

/** What stands in it is about the network that the page shows: the one that is lent, else the reader's own. */
export function AsShown({ children }: { children: ReactNode }) {
  const own = useStoreApi();
  const { store = own } = useContext(LentContext);
  return <StoreProvider store={store}>{children}</StoreProvider>;
}
