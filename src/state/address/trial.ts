import { selectFrame, selectMemoryLines, selectScales } from '../selectors';
import type { ViewName } from '../shown/view';
import type { State, Store } from '../state';
import { unworkable } from './unworkable';

/** What a view works out of a choice before it can be drawn. */
type Working = (state: State) => unknown;

/** What is worked out in each view. Those that come later bring theirs along. */
const workings = new Map<ViewName, readonly Working[]>([
  ['step', [selectFrame, selectScales.layer, selectMemoryLines]],
  ['activations', [selectFrame]],
]);

/** Has what a view works out tried at each change that is made in it. */
export const tryIn = (view: ViewName, ...tried: readonly Working[]): void => void workings.set(view, tried);

/** Why the page can't work out a state, in a sentence; undefined where it can. */
function flawOf(state: State): string | undefined {
  try {
    for (const working of workings.get(state.view) ?? []) working(state);
    return undefined;
  } catch (error) {
    return unworkable('This was undone', error);
  }
}

/**
 * Tries each change of the model, or of what it is compared by, before anything is drawn of it: one that can't be
 * worked out is undone, with a sentence. What was worked out is remembered, so that drawing does not do it again.
 * Returns what ends it.
 */
export const connectTrial = (store: Store): (() => void) =>
  store.subscribe((state, before) => {
    if (state.choice === before.choice && state.comparing === before.comparing) return;
    const notice = flawOf(state);
    if (notice === undefined) return;
    const { choice, position, view, comparing, exploring, expectations, memory } = before;
    store.setState({ choice, position, view, comparing, exploring, expectations, memory, notice });
  });
