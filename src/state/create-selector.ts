import { createSelectorCreator, lruMemoize } from 'reselect';

/**
 * A selector that remembers its last result, and no other. Reselect's usual memory lasts as long as what the result
 * was worked out from; here that is every model of the browser's history, each with a trace of up to 400 MB.
 */
export const createSelector = createSelectorCreator({ memoize: lruMemoize, argsMemoize: lruMemoize });
