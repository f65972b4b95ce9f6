import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import controls from '../controls/controls.module.css';
import styles from './Header.module.css';

const loadMenu = () => import('./ExportMenu').then(({ ExportMenu }) => ({ default: ExportMenu }));
const ExportMenu = lazy(loadMenu);

/** The button of the export menu. The menu, and all that writes files, come when it is first pressed. */
export function ExportButton({ compact }: { compact: boolean }) {
  const [asked, setAsked] = useState(false);
  const words = (
    <>
      <Download size={15} aria-hidden="true" /> <span className={compact ? styles.hidden : ''}>Export</span>
    </>
  );
  const closed = (
    <button
      type="button"
      className={controls.button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadMenu()}
      onClick={() => setAsked(true)}
    >
      {words}
    </button>
  );
  if (!asked) return closed;
  return (
    <Suspense fallback={closed}>
      <ExportMenu>{words}</ExportMenu>
    </Suspense>
  );
}
