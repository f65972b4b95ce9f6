import { max } from 'd3-array';
import type { CSSProperties } from 'react';
import { inBytes } from '../numbers';
import type { ByteLine } from './chart';
import styles from './Timeline.module.css';

/** Which line is which, with its highest point. */
export function LineLegend({ lines }: { lines: readonly ByteLine[] }) {
  return (
    <ul className={styles.legend} aria-label="Peak of the bytes held for the way back">
      {lines.map(({ name, bytes, dash, colour }) => (
        <li key={name} data-coloured={Boolean(colour)}>
          <svg width="16" height="6" aria-hidden="true" style={{ '--line-colour': colour } as CSSProperties}>
            <path
              d="M0,3H16"
              className={styles.line}
              strokeDasharray={dash}
              data-coloured={Boolean(colour)}
            />
          </svg>
          {name} {inBytes(max(bytes) ?? 0)}
        </li>
      ))}
    </ul>
  );
}
