import type { Frame } from '../../core/pass/frame';
import { useLook } from '../../state/look';
import type { Box, Geometry } from './geometry';
import styles from './TwinLines.module.css';
import { twinsOf } from './twins';

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly frame: Frame;
  readonly geometry: Geometry;
}

/** A curve between two boxes: from side to side where they stand beside each other, else along their right edges. */
function pathBetween(a: Box, b: Box): string {
  const [ay, by] = [a.y + a.height / 2, b.y + b.height / 2];
  const right = a.x + a.width + 2;
  if (b.x > right) {
    const middle = (right + b.x) / 2;
    return `M${right},${ay} C${middle},${ay} ${middle},${by} ${b.x - 2},${by}`;
  }
  return `M${right},${ay} C${right + 12},${ay} ${right + 12},${by} ${b.x + b.width + 2},${by}`;
}

/** Joins slots that are two names of one buffer; pointing at one lights the other. */
export function TwinLines({ name, frame, geometry }: Props) {
  const pointed = useLook(({ cell }) => (cell?.place.startsWith(name) ? cell.place.slice(name.length) : ''));
  return (
    <svg className={styles.lines} width={geometry.width} height={geometry.height} aria-hidden="true">
      {twinsOf(frame).map((twins) => {
        const [a, b] = twins.map((key) => geometry.boxes.get(key));
        if (!a || !b) return null;
        const lit = twins.includes(pointed);
        return (
          <g key={twins.join()} data-lit={lit} data-testid="twins">
            <path d={pathBetween(a, b)} className={styles.line} />
            {lit &&
              [a, b].map((box) => (
                <rect
                  key={`${box.x},${box.y}`}
                  className={styles.frame}
                  x={box.x - 4}
                  y={box.y - 4}
                  width={box.width + 8}
                  height={box.height + 8}
                  rx={6}
                />
              ))}
          </g>
        );
      })}
    </svg>
  );
}
