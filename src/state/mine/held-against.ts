import type { Trace } from '../../core/pass/trace';
import type { Chosen } from '../passes/given';
import { selectTrace, selectUntouched } from '../selectors';

/** The pass that arrays are held against: as the page computes it, and where a file brings caches of its own, with those. */
export const selectHeldAgainst = (state: Chosen): Trace =>
  state.choice.tampered?.some((change) => 'given' in change) ? selectTrace(state) : selectUntouched(state);
