import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import controls from '../controls/controls.module.css';
import { useDisplayActions } from '../store';
import styles from './Sheet.module.css';

/** Where a sheet lies over the stage. */
export type Side = 'left' | 'right' | 'bottom';

interface Props {
  readonly title: string;
  readonly side: Side;
  readonly children: ReactNode;
}

/** What lies over a part of the stage until it is closed. The rest of the page stays in use: there one sees what it does. */
export function Sheet({ title, side, children }: Props) {
  const { openSheet } = useDisplayActions();
  const content = useRef<HTMLDivElement>(null);
  const opener = useRef<Element>(null);
  const hadFocus = useRef(false);
  const close = () => {
    hadFocus.current = content.current?.contains(document.activeElement) ?? false;
    openSheet(undefined);
  };
  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <Dialog.Content
        ref={content}
        // The focus is still on what opened the sheet, and goes back there. A ring around the button that closes it
        // would be the first thing that one sees.
        onOpenAutoFocus={(event) => {
          opener.current = document.activeElement;
          event.preventDefault();
          content.current?.focus({ preventScroll: true });
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (hadFocus.current && opener.current instanceof HTMLElement) opener.current.focus();
        }}
        className={styles.sheet}
        data-side={side}
        aria-describedby={undefined}
        onInteractOutside={(event) => event.preventDefault()}
      >
        <div className={styles.top}>
          <Dialog.Title className={styles.title}>{title}</Dialog.Title>
          <Dialog.Close className={controls.icon} aria-label="Close">
            <X size={16} aria-hidden="true" />
          </Dialog.Close>
        </div>
        {children}
      </Dialog.Content>
    </Dialog.Root>
  );
}
