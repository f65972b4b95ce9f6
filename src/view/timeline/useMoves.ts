import { useMemo } from 'react';
import type { Moves } from '../../state/moves';
import type { Store } from '../../state/state';
import { useStoreApi } from '../store';

/** The moves of a way, in the store that is shown. */
export function useMoves(movesOf: (store: Store) => Moves): Moves {
  const store = useStoreApi();
  return useMemo(() => movesOf(store), [movesOf, store]);
}
