import type { Frame } from '../../core/pass/frame';
import styles from './Connectors.module.css';
import { connectionsOf } from './connections';
import type { Geometry } from './geometry';

/** The amber lines of a step, from each slot that it reads to what it writes. */
export function Connectors({ frame, geometry }: { frame: Frame; geometry: Geometry }) {
  return (
    <svg className={styles.lines} width={geometry.width} height={geometry.height} aria-hidden="true">
      <defs>
        <marker
          id="read-arrow"
          viewBox="0 0 10 10"
          refX="6"
          refY="5"
          markerWidth="5"
          markerHeight="5"
          orient="auto"
        >
          <path d="M0,0 L10,5 L0,10 z" className={styles.arrow} />
        </marker>
      </defs>
      {connectionsOf(frame, geometry).map(({ key, d }) => (
        <g key={key}>
          <path d={d} className={styles.halo} />
          <path d={d} className={styles.line} markerEnd="url(#read-arrow)" data-testid="read-line" />
        </g>
      ))}
    </svg>
  );
}
