import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Trace } from '../../core/trace';
import { writeModelFile } from '../../formats/model-file';
import { writeTraceFile } from '../../formats/trace-file';
import { nameOf } from '../../state/choice';
import { selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import controls from '../controls/controls.module.css';
import { download } from './download';

/** Everything that can be exported, by what the menu calls it. To add a kind is to add it here. */
const kinds = {
  'Trace (JSON)': { ending: 'trace.json', type: 'application/json', write: writeTraceFile },
  'Model (JSON)': {
    ending: 'model.json',
    type: 'application/json',
    write: ({ model }, name) => writeModelFile(model, name),
  },
} satisfies Record<string, { ending: string; type: string; write(trace: Trace, name: string): string[] }>;

function exportAs({ ending, type, write }: (typeof kinds)[keyof typeof kinds]): void {
  const state = useStore.getState();
  const name = nameOf(state.choice);
  download(`${name}.${ending}`, write(selectTrace(state), name), type);
}

/** The menu of what can be taken away; it opens at once. Its children are what its button shows. */
export function ExportMenu({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger className={controls.button}>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.list} align="end" sideOffset={5}>
          {Object.entries(kinds).map(([label, kind]) => (
            <DropdownMenu.Item key={label} className={controls.option} onSelect={() => exportAs(kind)}>
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
