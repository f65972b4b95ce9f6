import type { Moves } from '../../state/moves';

/** A key of the page: what is pressed, how it is written, and what it does. */
interface Key {
  readonly press: string;
  readonly written: string;
  readonly does: string;
  run(moves: Moves): void;
}

/** Every key there is, but `?`, which lists them. To add one is to add it here. */
export const keys: readonly Key[] = [
  { press: 'right', written: '→', does: 'next step', run: ({ move }) => move('next') },
  { press: 'left', written: '←', does: 'previous step', run: ({ move }) => move('previous') },
  { press: 'shift+right', written: '⇧ →', does: 'next layer', run: ({ move }) => move('nextLayer') },
  { press: 'shift+left', written: '⇧ ←', does: 'previous layer', run: ({ move }) => move('previousLayer') },
  { press: 'home', written: 'Home', does: 'before the first step', run: ({ move }) => move('first') },
  { press: 'end', written: 'End', does: 'last step', run: ({ move }) => move('last') },
  { press: 'space', written: 'Space', does: 'play or pause', run: ({ togglePlaying }) => togglePlaying() },
];
