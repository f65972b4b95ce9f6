import type { Frame, Place } from '../../core/frame';
import styles from './Connectors.module.css';
import type { Box, Geometry } from './geometry';

/** How far a line stays away from what it joins, so that it ends at the ring. */
const RING = 6;

/** From which slots the step of a frame read, and the place of what it made of it. */
function readsOf({ places }: Frame): { sources: readonly string[]; result: string | undefined } {
  const marked = (mark: Place['mark']) => Array.from(places).filter(([, place]) => place.mark === mark);
  const sources = marked('read').filter(([, { slot }]) => slot);
  const results = marked('write');
  // A recomputed Z is written into the slot that missed it: that is the result, not its old place above.
  const result = results.find(([, { slot }]) => slot) ?? results[0];
  return { sources: sources.map(([key]) => key), result: result?.[0] };
}

const middle = ({ x, width }: Box) => x + width / 2;

/** A curve from below the source to above the result; from its side where the result stands beside it. */
function pathBetween(from: Box, to: Box): string {
  const start = { x: middle(from), y: from.y + from.height + RING };
  const end = { x: middle(to), y: to.y - RING - 14 };
  const bend = Math.max(18, Math.abs(end.y - start.y) * 0.45);
  return `M${start.x},${start.y} C${start.x},${start.y + bend} ${end.x},${end.y - bend} ${end.x},${end.y}`;
}

/** The amber lines of a step, from each slot that it reads to what it writes. */
export function Connectors({ frame, geometry }: { frame: Frame; geometry: Geometry }) {
  const { sources, result } = readsOf(frame);
  const to = result && geometry.boxes.get(result);
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
      {to &&
        sources.map((key) => {
          const from = geometry.boxes.get(key);
          if (!from) return null;
          const d = pathBetween(from, to);
          return (
            <g key={key}>
              <path d={d} className={styles.halo} />
              <path d={d} className={styles.line} markerEnd="url(#read-arrow)" data-testid="read-line" />
            </g>
          );
        })}
    </svg>
  );
}
