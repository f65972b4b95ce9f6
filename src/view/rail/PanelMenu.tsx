import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { type PanelName, panelNames, usePanels } from '../../state/shown/panels';
import controls from '../controls/controls.module.css';
import { OverPage } from '../controls/OverPage';

const labels: Record<PanelName, string> = {
  header: 'Header',
  editor: 'This rail',
  inspector: 'What the step does',
  timeline: 'Timeline',
  code: 'Code',
  checks: 'Checks',
};

interface Props {
  readonly className: string;
  /** What its button shows. */
  readonly children: ReactNode;
}

/** The menu of what can be folded away; it opens at once. */
export function PanelMenu({ className, children }: Props) {
  const hidden = usePanels((state) => state.hidden);
  const { fold } = usePanels.getState();
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger className={className} aria-label="Panels" title="Panels">
        {children}
      </DropdownMenu.Trigger>
      {/* Inside main, so that readers who go from landmark to landmark find it. */}
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <OverPage>
          <DropdownMenu.Content className={controls.list} side="right" align="end" sideOffset={6}>
            {panelNames.map((panel) => (
              <DropdownMenu.CheckboxItem
                key={panel}
                className={controls.option}
                checked={!hidden.includes(panel)}
                onCheckedChange={(shown) => fold(panel, !shown)}
                onSelect={(event) => event.preventDefault()}
              >
                <DropdownMenu.ItemIndicator className={controls.check}>
                  <Check size={14} aria-hidden="true" />
                </DropdownMenu.ItemIndicator>
                {labels[panel]}
              </DropdownMenu.CheckboxItem>
            ))}
          </DropdownMenu.Content>
        </OverPage>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
