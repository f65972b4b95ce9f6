import { redo, undo } from '../../state/address/undo';
import type { Moves } from '../../state/moves';
import type { Store } from '../../state/state';

/** A key of the page: what is pressed, a letter as it is written wherever its key lies, how it is shown, and what it does. */
interface Key {
  readonly press: string;
  readonly written: string;
  readonly does: string;
}

/** The keys that go along the steps of a view. To add one is to add it here. */
export const stepKeys: readonly (Key & { run(moves: Moves): void })[] = [
  { press: 'ArrowRight', written: '→', does: 'next step', run: ({ move }) => move('next') },
  { press: 'ArrowLeft', written: '←', does: 'previous step', run: ({ move }) => move('previous') },
  { press: 'Shift+ArrowRight', written: '⇧ →', does: 'next layer', run: ({ move }) => move('nextLayer') },
  {
    press: 'Shift+ArrowLeft',
    written: '⇧ ←',
    does: 'previous layer',
    run: ({ move }) => move('previousLayer'),
  },
  { press: 'Home', written: 'Home', does: 'before the first step', run: ({ move }) => move('first') },
  { press: 'End', written: 'End', does: 'last step', run: ({ move }) => move('last') },
  {
    press: 'PageDown',
    written: 'Page ↓',
    does: 'next step, as presenters’ clickers send it',
    run: ({ move }) => move('next'),
  },
  { press: 'PageUp', written: 'Page ↑', does: 'previous step', run: ({ move }) => move('previous') },
  { press: 'Space', written: 'Space', does: 'play or pause', run: ({ togglePlaying }) => togglePlaying() },
];

/** The keys that change how the stage is looked at. */
export const lookKeys: readonly (Key & { run(display: Pick<Store['display'], 'getState'>): void })[] = [
  {
    press: 'f',
    written: 'F',
    does: 'zoom to this step, or show the whole network',
    run({ getState }) {
      const { close, comeClose } = getState();
      comeClose(!close);
    },
  },
  {
    press: 'p',
    written: 'P',
    does: 'present: larger type, panels folded',
    run({ getState }) {
      const { presenting, present } = getState();
      present(!presenting);
    },
  },
];

/** The keys that take changes back, with ⌘ in place of Ctrl on a Mac. */
export const changeKeys: readonly (Key & { run(store: Store): void })[] = [
  { press: '$mod+z', written: 'Ctrl Z', does: 'undo a change, as the back button does', run: undo },
  { press: '$mod+Shift+z', written: 'Ctrl ⇧ Z', does: 'do it again', run: redo },
  { press: '$mod+y', written: 'Ctrl Y', does: 'do it again', run: redo },
];
