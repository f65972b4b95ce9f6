import { useHotkeys } from 'react-hotkeys-hook';
import { useLook } from '../../state/look';
import type { Moves } from '../../state/moves';
import { keys } from './keys';

/** Controls that have a use of their own for the arrows, Home, End or Space. */
const OWN_KEYS =
  'button, a, input, select, textarea, [role=combobox], [role=listbox], [role=menu], [role=menuitem], [role=dialog]';

/** What is pressed on a control is meant for it; the arrows only where it has a use for them. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest(OWN_KEYS);
  if (!control) return false;
  const isPlainButton = control.matches('button:not([role=combobox], [role=radio], [aria-haspopup])');
  return !(isPlainButton && key !== ' ');
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
