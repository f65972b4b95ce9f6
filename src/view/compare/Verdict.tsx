import { max } from 'd3-array';
import { spoken } from '../../core/model/names';
import type { Run } from '../../state/runs';
import { inShare } from '../numbers';
import styles from './Compare.module.css';
import { gradientInWords } from './gradient-in-words';

/** Whether a rule's gradients are those of float64, and on demand how far each is from it. */
export function Verdict({ run }: { run: Run }) {
  const { errors } = run;
  const worst = errors.some(({ error }) => Number.isNaN(error))
    ? Number.NaN
    : (max(errors, ({ error }) => error) ?? 0);
  const same = errors.every((of) => of.same);
  return (
    <details className={styles.verdict}>
      <summary>
        <strong data-same={same}>{gradientInWords(run)}</strong> ({inShare(worst)})
      </summary>
      <ul>
        {errors.map(({ gradient, error }) => (
          <li key={gradient}>
            {spoken(gradient)} {inShare(error)}
          </li>
        ))}
      </ul>
    </details>
  );
}
