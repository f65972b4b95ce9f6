import { selectFrame, selectMemoryLines, selectScales } from '../selectors';
import type { ViewName } from '../shown/view';
import type { State, Store } from '../state';
import { unworkable } from './unworkable';

/** Something that a view computes from a state before it can be drawn. */
type Working = (state: State) => unknown;

/** What each view computes. Views that are loaded later register theirs. */
const workings = new Map<ViewName, readonly Working[]>([
  ['step', [selectFrame, selectScales.layer, selectMemoryLines]],
  ['activations', [selectFrame]],
]);

/** Registers what a view computes, so that it is tried at each change made in that view. */
export const tryIn = (view: ViewName, ...tried: readonly Working[]): void => void workings.set(view, tried);

/** Why the page can't compute what a state shows, in a sentence; undefined where it can. */
function flawOf(state: State): string | undefined {
  try {
    for (const working of workings.get(state.view) ?? []) working(state);
    return undefined;
  } catch (error) {
    return unworkable('This was undone', error);
  }
}

/**
 * Tries each change of the model, or of what it is compared by, before it is drawn: one that can't be computed is undone,
 * with a sentence. The results are remembered, so that drawing does not compute them again. Returns a function that ends
 * this.
 */
export const connectTrial = (store: Store): (() => void) =>
  store.subscribe((state, before) => {
    if (state.choice === before.choice && state.comparing === before.comparing) return;
    const notice = flawOf(state);
    if (notice === undefined) return;
    const { choice, position, view, comparing, exploring, expectations, memory } = before;
    store.setState({ choice, position, view, comparing, exploring, expectations, memory, notice });
  });
