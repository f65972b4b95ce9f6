import { max } from 'd3-array';
import { format } from 'd3-format';
import { roundingOf } from '../../core/comparison';
import { spoken } from '../../core/names';
import type { Run } from '../../state/compared';
import styles from './Compare.module.css';

const digits = format('.1e');

/** A relative difference as people read it: a percentage once it is one. */
function inShare(error: number): string {
  if (Number.isNaN(error)) return 'NaN or infinity';
  if (error >= 0.01) return `${format('.2~r')(error * 100)} %`;
  return error === 0 ? '0' : digits(error);
}

/** Whether a rule's gradients are those of float64, and on demand how far each is from it. */
export function Verdict({ run: { errors, trace } }: { run: Run }) {
  const worst = errors.some(({ error }) => Number.isNaN(error))
    ? Number.NaN
    : (max(errors, ({ error }) => error) ?? 0);
  const same = worst <= roundingOf(trace.model);
  return (
    <details className={styles.verdict}>
      <summary>
        <strong data-same={same}>{same ? '✓ same gradient' : '✗ differs'}</strong>, by {inShare(worst)} at
        most
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
