import type { Moves } from '../../state/moves';
import { useDisplayActions, useIsOurs, useStoreApi } from '../store';
import { changeKeys, lookKeys, stepKeys } from './keys';
import { type Shortcuts, useShortcuts } from './useShortcuts';

/** What moves along something of its own by arrows, and what lies over the page. */
const TAKES_ALL_KEYS = 'select, textarea, [role=listbox], [role=menu], [aria-modal=true]';

/** Where nothing can be typed. */
const NO_TEXT = '[type=range], [type=checkbox], [type=radio], [type=file]';

/** What is pressed on a control is meant for it: while typing every key, on a button only Space. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(`input, ${TAKES_ALL_KEYS}`)) return true;
  return key === ' ' && target.closest('button, a, summary') !== null;
}

/** While typing, what was typed is undone and not the model. */
const isTyped = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(`input:not(${NO_TEXT}), ${TAKES_ALL_KEYS}`) !== null;

/** What keys of a list do to something, and nothing else: the browser's own answer to them is not wanted. */
const shortcutsOf = <T>(keys: readonly { readonly press: string; run(to: T): void }[], to: T): Shortcuts =>
  Object.fromEntries(
    keys.map(({ press, run }) => [
      press,
      (event: KeyboardEvent) => {
        event.preventDefault();
        run(to);
      },
    ]),
  );

/** Listens to the keys that change how the stage is looked at, but never while typing. */
export function useLookKeys(): void {
  const { display } = useStoreApi();
  const isOurs = useIsOurs();
  useShortcuts(shortcutsOf(lookKeys, display), { isOther: (event) => isTyped(event) || !isOurs(event) });
}

/** Listens to the keys of a view, wherever in its area the focus is, but never while typing. */
export function useKeys(moves: Moves): void {
  const { listKeys } = useDisplayActions();
  const isOurs = useIsOurs();
  const isOther = (event: KeyboardEvent) => isForControl(event) || !isOurs(event);
  // On some keyboards Shift writes the question mark, on others not.
  const list = { '?': () => listKeys(true), 'Shift+?': () => listKeys(true) };
  useShortcuts({ ...shortcutsOf(stepKeys, moves), ...list }, { isOther });
  useLookKeys();
}

/** Listens to the keys that take changes back, in every view, but never while typing. */
export function useChangeKeys(): void {
  const store = useStoreApi();
  const isOurs = useIsOurs();
  useShortcuts(shortcutsOf(changeKeys, store), { isOther: (event) => isTyped(event) || !isOurs(event) });
}
