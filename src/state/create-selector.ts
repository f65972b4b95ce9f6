import {
  type Combiner,
  createSelectorCreator,
  type GetStateFromSelectors,
  lruMemoize,
  type SelectorArray,
} from 'reselect';

/**
 * A function that remembers its last result, and no other. Reselect's usual memory lasts as long as what the result
 * was worked out from; here that is every model of the browser's history, each with a trace of up to 400 MB.
 */
export const remembering = createSelectorCreator({ memoize: lruMemoize, argsMemoize: lruMemoize });

/** A state that says whose it is. What is worked out for a state that does not, all such states share. */
export interface Remembered {
  /** Stands for its store in the memory of selectors. */
  readonly memory?: object;
}

const nobodys = {};

/**
 * A selector of which each store has one of its own, which `make` makes: with one for all of them, two stores side by
 * side would work everything out again at each change of either. It is gone with its store.
 */
export function perStore<S, R>(make: () => (state: S) => R): (state: S & Remembered) => R {
  const made = new WeakMap<object, (state: S) => R>();
  return (state) => {
    const memory = state.memory ?? nobodys;
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
  // The cast leaves out what reselect's type allows besides a state: further arguments, of which there are none here.
  perStore(() => remembering(inputs, combine) as unknown as (state: GetStateFromSelectors<Inputs>) => R);
