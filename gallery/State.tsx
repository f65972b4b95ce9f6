import type { ReactNode } from 'react';
import { Guard } from '../src/view/guard/Guard';
import styles from './Gallery.module.css';

/** One thing in one state, under what is to be seen; what it throws stays with it. */
export function State({ of, rail, children }: { of: string; rail?: boolean; children: ReactNode }) {
  return (
    <figure className={rail ? `${styles.state} ${styles.rail}` : styles.state}>
      <figcaption>{of}</figcaption>
      <Guard part={of}>{children}</Guard>
    </figure>
  );
}
