import type { Trace } from '../../core/pass/trace';
import { changeOf, heldAround } from '../../explain/held';
import { inBytes } from '../numbers';
import styles from './Held.module.css';
import { HeldTable } from './HeldTable';

/** The bytes held around a step, which open into their sum. */
export function Held({ trace, index }: { trace: Trace; index: number }) {
  const held = heldAround(trace, index);
  const change = changeOf(held);
  return (
    <details className={styles.held}>
      <summary>
        {held.before === held.after ? (
          <>
            Held for the way back: <strong>{inBytes(held.after)}</strong>
          </>
        ) : (
          <>
            Held before this step <strong>{inBytes(held.before)}</strong>, after it{' '}
            <strong>{inBytes(held.after)}</strong>
          </>
        )}
        {change && `: ${change}.`}
      </summary>
      <HeldTable trace={trace} index={index} />
    </details>
  );
}
