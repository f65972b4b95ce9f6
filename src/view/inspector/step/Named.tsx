import type { ReactNode } from 'react';
import type { BufferName } from '../../../core/model/names';
import { usePointing, usePointingActions } from '../../store';
import styles from './Code.module.css';

interface Props {
  readonly tensor: BufferName;
  readonly children: ReactNode;
}

/** A tensor's name: to point at it lights the tensor wherever it stands. It is no tab stop; the stage's pictures are. */
export function Named({ tensor, children }: Props) {
  const lit = usePointing((state) => state.tensor === tensor);
  const { pointAtTensor } = usePointingActions();
  return (
    <span
      className={styles.name}
      translate="no"
      data-name={tensor}
      data-lit={lit || undefined}
      onPointerEnter={() => pointAtTensor(tensor)}
      onPointerLeave={() => pointAtTensor(undefined)}
    >
      {children}
    </span>
  );
}
