import type { MouseEvent } from 'react';
import styles from './SkipLink.module.css';

/** Goes past the header and the editor. An address with a # would be taken for a link to a model. */
function skip({ currentTarget }: MouseEvent<HTMLElement>): void {
  const main = currentTarget.parentElement?.querySelector('main');
  const goal = main?.querySelector<HTMLElement>('[aria-label="Stage"] [tabindex="0"]') ?? main;
  if (goal === main) main?.setAttribute('tabindex', '-1');
  goal?.focus();
}

/** The first stop of the keyboard, seen when it is reached: the way to the stage. */
export const SkipLink = () => (
  <button type="button" className={styles.skip} onClick={skip}>
    Skip to the stage
  </button>
);
