import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import controls from '../../controls/controls.module.css';
import { useDisplayActions } from '../../store';
import { LayerChoices } from './LayerChoices';
import styles from './LayerChoices.module.css';

/** What else there is to choose of layer l, beside the button that asks for it. */
export function LayerPopover({ l, children }: { l: number; children: ReactNode }) {
  const { openSheet } = useDisplayActions();
  return (
    <Popover.Root open onOpenChange={(open) => !open && openSheet(undefined)}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      {/* Inside main, so that readers who go from landmark to landmark find it. */}
      <Popover.Portal container={document.querySelector('main')}>
        <Popover.Content
          className={`${controls.list} ${styles.popover}`}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={`Layer ${l}`}
          // The button that opened it closes it by itself.
          onInteractOutside={(event) => {
            const { target } = event;
            if (
              target instanceof Element &&
              target.closest(`[aria-label="More of layer ${l}"], [role=listbox]`)
            )
              event.preventDefault();
          }}
        >
          <LayerChoices l={l} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
