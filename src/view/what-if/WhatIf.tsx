import { useStore } from '../../state/store';
import { trap } from '../../state/what-if/words';
import inspector from '../inspector/Inspector.module.css';
import { ChangeForm } from './ChangeForm';
import { Changes } from './Changes';
import { Effect } from './Effect';
import { useCachedCell } from './useCachedCell';
import styles from './WhatIf.module.css';

/** Cached cells changed by hand: a form for the cell that is picked, what was changed, and what moved by it. */
export function WhatIf() {
  const cell = useCachedCell();
  const changes = useStore((state) => state.choice.tampered);
  if (!cell && !changes) return null;
  return (
    <section className={`${inspector.part} ${styles.whatIf}`} aria-label="What if">
      <h2>What if</h2>
      {cell && <ChangeForm cell={cell} />}
      {changes && (
        <>
          <Changes changes={changes} />
          <Effect changes={changes} />
          {changes.some((change) => 'unrelated' in change) && <p>{trap}</p>}
        </>
      )}
    </section>
  );
}
