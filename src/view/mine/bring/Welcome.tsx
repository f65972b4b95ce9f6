import { nameOf } from '../../../state/choice/choice';
import { useStore } from '../../store';
import styles from '../detail/Detail.module.css';
import { Snippets } from './Snippets';

/** What the view is for, while nothing has been brought. */
export function Welcome() {
  const name = useStore(({ choice }) => nameOf(choice));
  return (
    <section className={styles.said}>
      <h2>Bring the arrays of your own code, and be told where the mistake is.</h2>
      <p>
        They are compared with the pass of “{name}”, which is open. If your network is another one, set it up
        under Step, or bring X, Y and all W and b along: then they become the network’s. Each array is held
        against the right pass, and against what your own inputs of its step give: so a later mistake is found
        behind an earlier one, and what only follows from it is no mistake.
      </p>
      <p>
        To begin with the right data, take a script with nothing solved from Export › “Start your own (.py)”,
        write the functions, and open the mine.npz that it saves.
      </p>
      <Snippets open />
    </section>
  );
}
