import { Download } from 'lucide-react';
import { useState } from 'react';
import controls from '../controls/controls.module.css';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';

const menu = later('ExportMenu', () => import('./ExportMenu'));

/** The button of the export menu. The menu, and all that writes files, come when it is first pressed. */
export function ExportButton({ compact }: { compact: boolean }) {
  const [asked, setAsked] = useState(false);
  const ExportMenu = useLater(menu, asked, () => setAsked(false));
  const words = (
    <>
      <Download size={15} aria-hidden="true" /> <span className={compact ? controls.hidden : ''}>Export</span>
    </>
  );
  if (ExportMenu)
    return (
      <Guard part="The menu of exports" over onLeave={() => setAsked(false)}>
        <ExportMenu>{words}</ExportMenu>
      </Guard>
    );
  return (
    <button
      type="button"
      className={controls.button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={menu.expect}
      onClick={() => setAsked(true)}
    >
      {words}
    </button>
  );
}
