import {
  type Combiner,
  createSelectorCreator,
  type GetStateFromSelectors,
  lruMemoize,
  type SelectorArray,
} from 'reselect';

/**
 * A function that remembers its last result, and no other. Reselect by default remembers a result for as long as its inputs
 * live; here that would be every model in the browser's history, each with a trace of up to 400 MB.
 */
export const remembering = createSelectorCreator({ memoize: lruMemoize, argsMemoize: lruMemoize });

/** A state that tells its store. All states that do not tell share one memory. */
export interface Remembered {
  /** Stands for the store in the memory of selectors. */
  readonly memory?: object;
}

const shared = {};

/**
 * A selector that is made by `make` once for each store: with one for all of them, two stores side by side would compute
 * everything again at each change of either. Each is gone with its store.
 */
export function perStore<S, R>(make: () => (state: S) => R): (state: S & Remembered) => R {
  const made = new WeakMap<object, (state: S) => R>();
  return (state) => {
    const memory = state.memory ?? shared;
    const selector = made.get(memory) ?? make();
    made.set(memory, selector);
    return selector(state);
  };
}

/** A selector that remembers its last result for each store. */
export const createSelector = <Inputs extends SelectorArray, R>(
  inputs: [...Inputs],
  combine: Combiner<Inputs, R>,
): ((state: GetStateFromSelectors<Inputs> & Remembered) => R) =>
  // The cast drops the further arguments that reselect's type allows: there are none here.
  perStore(() => remembering(inputs, combine) as unknown as (state: GetStateFromSelectors<Inputs>) => R);
