import { useEffect, useRef } from 'react';
import { largestMagnitude, type Matrix } from '../../../core/math/matrix';
import type { Exhibit } from '../../../lessons/lesson';
import { paintMatrix } from '../../stage/paint/paint';
import { useThemeName } from '../../useThemeName';
import styles from '../Lesson.module.css';
import { CurveView } from './CurveView';

/** A table, or matrices side by side. */
export function ExhibitView({ of }: { of: Exhibit }) {
  if (of.kind === 'matrices')
    return (
      <figure className={styles.exhibit}>
        <figcaption>{of.caption}</figcaption>
        <div className={styles.matrices}>
          {of.items.map(({ label, matrix }) => (
            <div key={label}>
              <span>{label}</span>
              <Cells matrix={matrix} label={label} />
            </div>
          ))}
        </div>
      </figure>
    );
  if (of.kind === 'curve') return <CurveView of={of} />;
  return (
    <div className={styles.exhibit}>
      <table>
        <caption>{of.caption}</caption>
        <thead>
          <tr>
            {of.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {others.map((text, i) => (
                <td key={of.head[i + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a matrix takes at most beside the stage, and one of its cells. */
const MOST = { width: 260, height: 150 };
const CELL = { width: 32, height: 20 };

function Cells({ matrix, label }: { matrix: Matrix; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  const { rows, cols } = matrix;
  const width = Math.min(MOST.width, cols * CELL.width);
  const height = Math.min(MOST.height, rows * CELL.height);
  useEffect(() => {
    const most = largestMagnitude(matrix);
    if (canvas.current) paintMatrix(canvas.current, matrix, { width, height }, { usual: most, most }, theme);
  }, [matrix, theme, width, height]);
  return (
    <canvas ref={canvas} role="img" aria-label={`${label}, ${rows} by ${cols}`} style={{ width, height }} />
  );
}
