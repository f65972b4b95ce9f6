import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { spoken } from '../../core/model/names';
import { exportNames } from '../../formats/exports';
import { selectUntouched } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { OverPage } from '../controls/OverPage';
import { pictureKinds } from '../picture/kinds';
import { useStore, useStoreApi } from '../store';
import { useThemeName } from '../useThemeName';
import { exportAs, exportPicture, exportTensor } from './taking-away';

/** The menu of what can be taken away; it opens at once. Its children are what its button shows. */
export function ExportMenu({ children }: { children: ReactNode }) {
  const store = useStoreApi();
  const tensors = useStore((state) => selectUntouched(state).buffers);
  const theme = useThemeName();
  const hasChanges = useStore((state) => state.choice.tampered !== undefined);
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger className={controls.button}>{children}</DropdownMenu.Trigger>
      {/* Inside the header, so that readers who go from landmark to landmark find it. */}
      <DropdownMenu.Portal container={document.querySelector('header')}>
        <OverPage>
          <DropdownMenu.Content className={controls.list} align="end" sideOffset={5}>
            {hasChanges && (
              <DropdownMenu.Label className={controls.groupTitle}>
                Pictures as shown,
                <br />
                numbers without your changes
              </DropdownMenu.Label>
            )}
            {exportNames.map((kind) => (
              <DropdownMenu.Item
                key={kind}
                className={controls.option}
                onSelect={() => exportAs(kind, store)}
              >
                {kind}
              </DropdownMenu.Item>
            ))}
            {Object.entries(pictureKinds).map(([label, kind]) => (
              <DropdownMenu.Item
                key={label}
                className={controls.option}
                onSelect={() => exportPicture(kind, theme, store)}
              >
                {label}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Sub>
              <DropdownMenu.SubTrigger className={controls.option}>
                One tensor (CSV) <ChevronRight size={14} aria-hidden="true" />
              </DropdownMenu.SubTrigger>
              <DropdownMenu.Portal>
                <DropdownMenu.SubContent className={controls.list} sideOffset={4} collisionPadding={8}>
                  {Array.from(tensors.keys(), (tensor) => (
                    <DropdownMenu.Item
                      key={tensor}
                      className={controls.option}
                      onSelect={() => exportTensor(tensor, store)}
                    >
                      {spoken(tensor)}
                    </DropdownMenu.Item>
                  ))}
                </DropdownMenu.SubContent>
              </DropdownMenu.Portal>
            </DropdownMenu.Sub>
          </DropdownMenu.Content>
        </OverPage>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
