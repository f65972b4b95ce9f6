import { PanelsTopLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { usePanels } from '../../state/shown/panels';
import controls from '../controls/controls.module.css';
import { later, useLater } from '../later';
import { useLayout } from '../useLayout';

const panels = later('PanelMenu', () => import('./PanelMenu'));

/** Opens the menu of what can be folded away. Once it has been asked for, its own button stays: the focus comes back to it. */
export function PanelsButton({ className, children }: { className: string; children: ReactNode }) {
  const [asked, setAsked] = useState(false);
  const PanelMenu = useLater(panels, asked, () => setAsked(false));
  if (PanelMenu) return <PanelMenu className={className}>{children}</PanelMenu>;
  return (
    <button
      type="button"
      className={className}
      aria-label="Panels"
      title="Panels"
      onClick={() => setAsked(true)}
    >
      {children}
    </button>
  );
}

/** The same where the rail that has it is folded away, or has no room: what is folded can be opened again. */
export function PanelsBack() {
  const { railWidth, presenting } = useLayout();
  const isFolded = usePanels(({ hidden }) =>
    hidden.some((panel) => panel === 'header' || panel === 'editor' || panel === 'timeline'),
  );
  if (!isFolded || railWidth > 0 || presenting) return null;
  return (
    <PanelsButton className={controls.icon!}>
      <PanelsTopLeft size={17} aria-hidden="true" />
    </PanelsButton>
  );
}
