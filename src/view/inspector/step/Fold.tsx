import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './StepDetails.module.css';

interface Props {
  readonly isOpen: boolean;
  onTurn(open: boolean): void;
  readonly children: ReactNode;
}

/** Opens a part of what is told of a step, or folds it away. */
export const Fold = ({ isOpen, onTurn, children }: Props) => (
  <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => onTurn(!isOpen)}>
    <ChevronRight size={14} aria-hidden="true" /> {children}
  </button>
);
