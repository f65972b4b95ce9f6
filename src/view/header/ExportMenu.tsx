import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { type BufferName, spoken } from '../../core/model/names';
import { type ExportKind, exportKinds } from '../../formats/exports';
import { csvOf } from '../../formats/exports/csv';
import { nameOf } from '../../state/choice/choice';
import { cameWith } from '../../state/opening/expected';
import { selectUntouched } from '../../state/selectors';
import type { Store } from '../../state/store';
import controls from '../controls/controls.module.css';
import { type PictureKind, pictureKinds } from '../picture/kinds';
import { pictureNow } from '../picture/shown';
import type { ThemeName } from '../stage/paint/colours';
import { useStore, useStoreApi } from '../store';
import { useThemeName } from '../useThemeName';
import { download } from './download';

function exportAs({ ending, type, write }: ExportKind, { getState }: Store): void {
  const state = getState();
  const name = nameOf(state.choice);
  const pieces = write(selectUntouched(state), name, cameWith(state));
  if (pieces) download(`${name}.${ending}`, pieces, type);
  else
    state.notify(
      'This network has a part that cannot be exported as Python code yet, such as an activation that you wrote. The trace can.',
    );
}

function exportPicture({ ending, type, draw }: PictureKind, theme: ThemeName, store: Store): void {
  const state = store.getState();
  draw(pictureNow(store, theme)).then(
    (pieces) => download(`${nameOf(state.choice)}.${ending}`, pieces, type),
    () => state.notify('This browser cannot draw a picture as large as this network. The SVG can be opened.'),
  );
}

function exportTensor(tensor: BufferName, { getState }: Store): void {
  const state = getState();
  const matrix = selectUntouched(state).buffers.get(tensor)!;
  download(`${nameOf(state.choice)}.${tensor}.csv`, csvOf(matrix), 'text/csv');
}

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
        <DropdownMenu.Content className={controls.list} align="end" sideOffset={5}>
          {hasChanges && (
            <DropdownMenu.Label className={controls.groupTitle}>
              Pictures as shown,
              <br />
              numbers without your changes
            </DropdownMenu.Label>
          )}
          {Object.entries(exportKinds).map(([label, kind]) => (
            <DropdownMenu.Item key={label} className={controls.option} onSelect={() => exportAs(kind, store)}>
              {label}
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
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
