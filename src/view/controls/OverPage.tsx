import type { ReactNode } from 'react';
import styles from './OverPage.module.css';

/**
 * A list that is open over the page: a press beside it closes it, and does nothing else. Radix would have the body refuse the
 * pointer for that, which all elements inherit, so that the styles of a deep network's cards are worked out anew: the root
 * of the page does not (`OverPage.module.css`).
 */
export const OverPage = ({ open = true, children }: { open?: boolean; children: ReactNode }) => (
  <div className={styles.over}>
    {open && <div className={styles.beside} aria-hidden="true" />}
    {children}
  </div>
);
