import { choiceIn, entryOf } from './history-entry';
import { linkOf, positionIn, readLink, viewIn } from './shared-link';
import { type State, useStore } from './store';
import type { Shown } from './view';

/** How long the address waits for the next step, in ms: browsers refuse one that changes many times a second. */
const SETTLE = 250;

type Addressed = Pick<State, 'choice' | 'position' | keyof Shown>;

function writeEntry(method: 'pushState' | 'replaceState', shown: Addressed): void {
  const entry = entryOf(shown.choice);
  const { hash } = linkOf(shown.choice, shown.position, shown);
  try {
    window.history[method](entry, '', hash);
  } catch {
    // Too many changes at once for this browser. The page goes on, and the next change brings the address up to date.
  }
}

/**
 * Keeps the address in step with the store, and the store with the address: a change of the model or of the view is an
 * entry in the browser's history, a step only renews the entry. Opened data that is too large for a link stays in the
 * entry. Returns what ends it.
 */
export function connectAddress(): () => void {
  const { show } = useStore.getState();
  const { choice, position, notice } = readLink(window.location.hash);
  const kept = choiceIn(window.history.state);
  if (kept) show(kept, positionIn(window.location.hash));
  else show(choice, position, notice);
  useStore.setState(viewIn(window.location.hash));

  /** What the history's current entry is for. */
  let entered: Addressed = useStore.getState();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = () => writeEntry('replaceState', useStore.getState());
  renew();

  const stopListening = useStore.subscribe((state, before) => {
    const moved = state.choice !== entered.choice || state.view !== entered.view;
    const kept = (['position', 'comparing', 'exploring'] as const).every(
      (part) => state[part] === before[part],
    );
    if (!moved && kept) return;
    clearTimeout(timer);
    if (!moved) {
      timer = setTimeout(renew, SETTLE);
      return;
    }
    entered = state;
    writeEntry('pushState', state);
  });
  const onPopState = ({ state }: PopStateEvent) => {
    const back = choiceIn(state);
    const read = readLink(window.location.hash);
    // Going back undoes a change of the model and leaves the reader where they are; a pasted link brings its step.
    const now = useStore.getState();
    const [choice, position, notice] = back
      ? [back, now.position]
      : [read.choice, read.position, read.notice];
    const shown = viewIn(window.location.hash);
    entered = { ...now, choice, ...shown };
    // In one change: a state between would be taken for a change of the model, and enter the history.
    useStore.setState({ choice, position, notice, ...shown, playing: false });
    renew();
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    clearTimeout(timer);
    stopListening();
    window.removeEventListener('popstate', onPopState);
  };
}
