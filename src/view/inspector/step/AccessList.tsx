import { shapeOf, sizesOf } from '../../../core/model/model';
import type { Trace } from '../../../core/pass/trace';
import type { Access } from '../../../explain/narration';
import { TensorName } from '../../TensorName';
import { Named } from './Named';
import styles from './StepDetails.module.css';

interface Props {
  readonly title: string;
  readonly kind: 'read' | 'write';
  readonly items: readonly Access[];
  readonly trace: Trace;
}

/** What a step read, or what it wrote: each tensor with its shape, and where it stands. */
export function AccessList({ title, kind, items, trace }: Props) {
  const sizes = sizesOf(trace.model);
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={title}>
      {items.map(({ tensor, says }) => {
        const { rows, cols } = shapeOf(tensor, sizes);
        return (
          <li key={tensor}>
            <span className={styles.pill} data-kind={kind}>
              <Named tensor={tensor}>
                <TensorName of={tensor} />
              </Named>
            </span>
            <span>
              {rows} × {cols}
              {says && `, ${says}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
