import type { Paired } from '../../compare/times/pairs';
import type { Seen } from '../../lessons/seen';
import { type At, indexAt } from '../../lessons/turn';
import { positionAt } from '../position';
import { selectIndex, selectTrace, selectUntouched } from '../selectors';
import type { State, Store } from '../state';

/** What a lesson or a question can see of the pass that its student has before them. */
export const seenIn = (state: State, measured: Readonly<Record<string, Paired>> = {}): Seen => ({
  trace: selectTrace(state),
  untouched: selectUntouched(state),
  index: selectIndex(state),
  measured,
});

/** Takes the pass of a store to a moment. */
export function moveTo(store: Store, at: At): void {
  const trace = selectTrace(store.getState());
  store.getState().moveTo(positionAt(trace, indexAt(trace, at)));
}
