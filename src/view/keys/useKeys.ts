import { useHotkeys } from 'react-hotkeys-hook';
import type { Moves } from '../../state/moves';
import { useDisplayActions, useIsOurs, useStoreApi } from '../store';
import { changeKeys, stepKeys } from './keys';

/** What moves along something of its own by arrows, and what lies over the page. */
const TAKES_ALL_KEYS = 'select, textarea, [role=listbox], [role=menu], [role=dialog]';

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

/** Listens to the keys of a view, wherever in its area the focus is, but never while typing. */
export function useKeys(moves: Moves): void {
  const { listKeys } = useDisplayActions();
  const isOurs = useIsOurs();
  const ignoreEventWhen = (event: KeyboardEvent) => isForControl(event) || !isOurs(event);
  useHotkeys(
    stepKeys.map(({ press }) => press),
    (event, { hotkey }) => {
      event.preventDefault();
      stepKeys.find(({ press }) => press === hotkey)?.run(moves);
    },
    { ignoreEventWhen },
  );
  useHotkeys(['?', 'shift+?'], () => listKeys(true), { useKey: true, ignoreEventWhen });
}

/** Listens to the keys that take changes back, in every view, but never while typing. */
export function useChangeKeys(): void {
  const store = useStoreApi();
  const isOurs = useIsOurs();
  useHotkeys(
    changeKeys.map(({ press }) => press),
    (event, { hotkey }) => {
      event.preventDefault();
      changeKeys.find(({ press }) => press === hotkey)?.run(store);
    },
    // By the letter that a key writes: it lies elsewhere on other keyboards.
    { useKey: true, enableOnFormTags: true, ignoreEventWhen: (event) => isTyped(event) || !isOurs(event) },
  );
}
