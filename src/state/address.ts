import type { Choice } from './choice';
import { choiceIn, entryOf } from './history-entry';
import type { Position } from './position';
import { linkOf, positionIn, readLink } from './shared-link';
import { useStore } from './store';

/** How long the address waits for the next step, in ms: browsers refuse one that changes many times a second. */
const SETTLE = 250;

function writeEntry(method: 'pushState' | 'replaceState', choice: Choice, position: Position): void {
  const entry = entryOf(choice);
  const { hash } = linkOf(choice, position);
  try {
    window.history[method](entry, '', hash);
  } catch {
    // Too many changes at once for this browser. The page goes on, and the next change brings the address up to date.
  }
}

/**
 * Keeps the address in step with the store, and the store with the address: a change of the model is an entry in the
 * browser's history, a step only renews the entry. Opened data that is too large for a link stays in the entry.
 * Returns what ends it.
 */
export function connectAddress(): () => void {
  const { show } = useStore.getState();
  const { choice, position, notice } = readLink(window.location.hash);
  const kept = choiceIn(window.history.state);
  if (kept) show(kept, positionIn(window.location.hash));
  else show(choice, position, notice);

  /** The choice of the history's current entry. */
  let entered = useStore.getState().choice;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = () => writeEntry('replaceState', entered, useStore.getState().position);
  renew();

  const stopListening = useStore.subscribe(({ choice, position }, before) => {
    if (choice === entered && position === before.position) return;
    clearTimeout(timer);
    if (choice === entered) {
      timer = setTimeout(renew, SETTLE);
      return;
    }
    entered = choice;
    writeEntry('pushState', choice, position);
  });
  const onPopState = ({ state }: PopStateEvent) => {
    const back = choiceIn(state);
    const read = readLink(window.location.hash);
    // Going back undoes a change of the model and leaves the reader where they are; a pasted link brings its step.
    entered = back ?? read.choice;
    if (back) show(back, useStore.getState().position);
    else show(read.choice, read.position, read.notice);
    renew();
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    clearTimeout(timer);
    stopListening();
    window.removeEventListener('popstate', onPopState);
  };
}
