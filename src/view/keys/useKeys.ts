import { useHotkeys } from 'react-hotkeys-hook';
import { useLook } from '../../state/look';
import type { Moves } from '../../state/moves';
import { keys } from './keys';

/** Where one types, or moves along something else by arrows. */
const TAKES_ALL_KEYS = 'input, select, textarea, [role=listbox], [role=menu], [role=dialog]';

/** What is pressed on a control is meant for it: while typing every key, on a button only Space. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TAKES_ALL_KEYS)) return true;
  return key === ' ' && target.closest('button, a, summary') !== null;
}

/** Listens to the keys of the page, wherever the focus is, but never while typing. */
export function useKeys(moves: Moves): void {
  const { listKeys } = useLook.getState();
  useHotkeys(
    keys.map(({ press }) => press),
    (event, { hotkey }) => {
      event.preventDefault();
      keys.find(({ press }) => press === hotkey)?.run(moves);
    },
    { ignoreEventWhen: isForControl },
  );
  useHotkeys(['?', 'shift+?'], () => listKeys(true), { useKey: true, ignoreEventWhen: isForControl });
}
