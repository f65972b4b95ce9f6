import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Exhibit, Point } from '../../../lessons/lesson';
import { readNumber } from '../../../lessons/questions';
import styles from '../Lesson.module.css';
import { usePlay } from '../usePlay';

const WIDTH = 280;
const HEIGHT = 130;
const MARGIN = 8;

/** A curve with the point that is given, a line through it, and the point that the answer leads to. */
export function CurveView({ of: { caption, points, given } }: { of: Extract<Exhibit, { kind: 'curve' }> }) {
  const answer = usePlay((playing) => readNumber(playing.given[0]));
  const [low = 0, high = 1] = extent(points, ([, a]) => a);
  const [from = 0, to = 1] = extent(points, ([z]) => z);
  const x = scaleLinear([from, to], [MARGIN, WIDTH - MARGIN]);
  const y = scaleLinear([low, high], [HEIGHT - MARGIN, MARGIN]);
  const path = line<Point>(
    ([z]) => x(z),
    ([, a]) => y(a),
  )(points);
  const found =
    answer === undefined || answer < from || answer > to
      ? undefined
      : points.reduce((best, point) =>
          Math.abs(point[0] - answer) < Math.abs(best[0] - answer) ? point : best,
        );
  return (
    <figure className={styles.exhibit}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.curve} role="img" aria-label={caption}>
        <line x1={MARGIN} x2={WIDTH - MARGIN} y1={y(0)} y2={y(0)} />
        {given && (
          <line className={styles.level} x1={MARGIN} x2={WIDTH - MARGIN} y1={y(given[1])} y2={y(given[1])} />
        )}
        <path d={path ?? ''} />
        {given && <circle cx={x(given[0])} cy={y(given[1])} r={5} />}
        {found && <circle className={styles.found} cx={x(found[0])} cy={y(found[1])} r={5} />}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
