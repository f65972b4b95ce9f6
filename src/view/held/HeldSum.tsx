import { type ReactNode, type ToggleEvent, useId, useState } from 'react';
import { selectIndex, selectTrace } from '../../state/selectors';
import { later, useLater } from '../later';
import { useStore } from '../store';
import styles from './HeldSum.module.css';

const heldTable = later('HeldTable', () => import('./HeldTable'));

/** What is said of the bytes held, as a button that opens into their sum. */
export function HeldSum({ children }: { children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const Table = useLater(heldTable, open);
  const trace = useStore(selectTrace);
  const index = useStore(selectIndex);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        popoverTarget={id}
        title="What these bytes are the sum of"
      >
        {children}
      </button>
      <div
        id={id}
        popover="auto"
        className={styles.sum}
        onToggle={({ newState }: ToggleEvent) => setOpen(newState === 'open')}
      >
        {Table && <Table trace={trace} index={index} />}
      </div>
    </>
  );
}
