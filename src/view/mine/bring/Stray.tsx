import { nameOf } from '../../../state/choice/choice';
import type { Stray as Aside } from '../../../state/mine/brought';
import controls from '../../controls/controls.module.css';
import { useActions, useStore } from '../../store';
import styles from '../detail/Detail.module.css';

/** What is said of arrays that are of another network than the one that is open. */
export function Stray({ stray: { sources, to, isBrought } }: { stray: Aside }) {
  const { takeAway } = useActions();
  const open = useStore(({ choice }) => nameOf(choice));
  const theirs = nameOf(to);
  const files = sources.join(', ');
  return (
    <section className={styles.said} aria-label="Arrays of another network">
      <h2>
        {isBrought
          ? 'These arrays were brought for another network.'
          : `What ${files} expects is of another network.`}
      </h2>
      {theirs === open ? (
        <p>
          {files} came for “{theirs}” as it was: its layers, its data or its parameters are others now, and so
          would every number be. Undo that to have {isBrought ? 'them' : 'it'} checked
          {isBrought && `, or bring them again to have them compared with “${theirs}” as it is`}.
        </p>
      ) : (
        <p>
          {files} came for “{theirs}”, and “{open}” is open now: neither tells whether the other is right.
          Open “{theirs}” again to have them checked, or bring them again to have them compared with “{open}”.
        </p>
      )}
      {isBrought && (
        <button type="button" className={controls.button} onClick={takeAway}>
          Take away
        </button>
      )}
    </section>
  );
}
