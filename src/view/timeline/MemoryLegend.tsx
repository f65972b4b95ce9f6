import { max } from 'd3-array';
import type { MemoryLine } from '../../state/memory';
import { selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import { inBytes } from '../numbers';
import { dashes } from './dashes';
import styles from './Timeline.module.css';

/** Which line is which keep rule's, with its highest point. */
export function MemoryLegend({ lines }: { lines: readonly MemoryLine[] }) {
  const peak = useStore((state) => selectTrace(state).cacheBytes.peak);
  return (
    <ul className={styles.legend} aria-label="Peak of the bytes held for the way back">
      <li data-own="true">
        <Sample /> peak {inBytes(peak)}
      </li>
      <li>if all kept</li>
      {lines.map(({ rule, bytes }) => (
        <li key={rule}>
          <Sample dash={dashes[rule]} /> {rule} {inBytes(max(bytes) ?? 0)}
        </li>
      ))}
    </ul>
  );
}

function Sample({ dash }: { dash?: string }) {
  return (
    <svg width="16" height="6" aria-hidden="true">
      <path d="M0,3H16" className={dash ? styles.other : styles.own} strokeDasharray={dash} />
    </svg>
  );
}
