import { isPassInPassing } from '../passes/size';
import type { State, Store } from '../state';

const TOO_LARGE =
  'This was undone: the network of a lesson stays small, since the lesson runs its pass again and again. Under Step your own may be larger.';

/**
 * Keeps the network of a lesson so small that what the lesson asks of it, passes of its own among it, is answered between
 * two frames: whatever is edited or opened in it beyond that is undone with a sentence. Comes before all else that listens.
 * Returns what ends it.
 */
export const connectSmall = (store: Store): (() => void) =>
  store.subscribe((state, before) => {
    // It is not under way yet when it is told of.
    if (state.pending && !before.pending) queueMicrotask(() => undo(store, {}));
    if (state.choice === before.choice || isPassInPassing(state.choice)) return;
    const { choice, position, expectations, memory } = before;
    undo(store, { choice, position, expectations, memory });
  });

function undo(store: Store, back: Partial<State>): void {
  store.getState().stop();
  store.setState({ ...back, notice: TOO_LARGE });
}
