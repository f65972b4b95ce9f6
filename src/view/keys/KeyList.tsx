import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useDisplayActions } from '../store';
import styles from './KeyList.module.css';
import { changeKeys, lookKeys, stepKeys } from './keys';

const cellKeys = [
  { written: 'Tab', does: 'to the next heatmap' },
  { written: '← ↑ → ↓', does: 'in a heatmap: from cell to cell' },
  { written: 'Enter', does: 'in a heatmap: explain the cell' },
  { written: 'Esc', does: 'let go of the cell, leave the heatmap' },
  { written: '?', does: 'this list' },
];

/** The list of all keys. */
export function KeyList() {
  const { listKeys } = useDisplayActions();
  return (
    <Dialog.Root open onOpenChange={listKeys}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog} aria-modal aria-describedby={undefined}>
          <Dialog.Title>Keys</Dialog.Title>
          <dl>
            {[...stepKeys, ...lookKeys, ...changeKeys, ...cellKeys].map(({ written, does }) => (
              <div key={written}>
                <dt>
                  <kbd>{written}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className={styles.close} aria-label="Close">
            <X size={16} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
