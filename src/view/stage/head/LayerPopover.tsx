import { Popover } from 'radix-ui';
import type { RefObject } from 'react';
import controls from '../../controls/controls.module.css';
import { useDisplayActions } from '../../store';
import { LayerChoices } from './LayerChoices';
import styles from './LayerChoices.module.css';

interface Props {
  readonly l: number;
  /** The button that asks for it, which stays where it is whether this is there or not. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** What else there is to choose of layer l, beside the button that asks for it. */
export function LayerPopover({ l, opener }: Props) {
  const { openSheet } = useDisplayActions();
  return (
    <Popover.Root open onOpenChange={(open) => !open && openSheet(undefined)}>
      <Popover.Anchor virtualRef={opener} />
      {/* Inside main, so that readers who go from landmark to landmark find it. */}
      <Popover.Portal container={document.querySelector('main')}>
        <Popover.Content
          className={`${controls.list} ${styles.popover}`}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={`Layer ${l}`}
          // The button that opened it closes it by itself, and has the focus again unless something else was pressed.
          onInteractOutside={(event) => {
            const { target } = event;
            if (!(target instanceof Element)) return;
            if (opener.current?.contains(target) || target.closest('[role=listbox]')) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) opener.current?.focus();
          }}
        >
          <LayerChoices l={l} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
