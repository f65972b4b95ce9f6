import { useState } from 'react';
import type { CellOf } from '../../core/pass/dependence';
import { selectTrace } from '../../state/selectors';
import { cachedCell } from '../../state/what-if/cached-cell';
import { isWhole } from '../../state/what-if/changes';
import { trap } from '../../state/what-if/words';
import details from '../inspector/step/StepDetails.module.css';
import { useShortcuts } from '../keys/useShortcuts';
import { useStore } from '../store';
import { ChangeForm } from './ChangeForm';
import { Changes } from './Changes';
import { Effect } from './Effect';
import { useCachedCell } from './useCachedCell';
import styles from './WhatIf.module.css';

/** Cached cells changed by hand: a form for the cell that is picked, what was changed, and what moved by it. */
export function WhatIf() {
  const cell = useCachedCell();
  const trace = useStore(selectTrace);
  const changes = useStore((state) => state.choice.tampered);
  const [picked, setPicked] = useState<CellOf>();
  const first = picked && cachedCell(picked, trace);
  useShortcuts({ Escape: () => setPicked(undefined) }, { enabled: picked !== undefined });
  if (!cell && !changes && !first) return null;
  const isUnpaired = changes?.some((change) => isWhole(change) && /^[ZA][1-9]/.test(change.tensor));
  return (
    <section className={`${details.part} ${styles.whatIf}`} aria-label="What if">
      <h2>What if</h2>
      {cell && <ChangeForm cell={cell} first={first} setFirst={setPicked} />}
      {first && <p aria-live="polite">Pick the other cell, in any cache.</p>}
      {changes && (
        <>
          <Changes changes={changes} />
          <Effect changes={changes} />
          {isUnpaired && <p>{trap}</p>}
        </>
      )}
    </section>
  );
}
