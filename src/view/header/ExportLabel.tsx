import { Download } from 'lucide-react';
import controls from '../controls/controls.module.css';
import styles from './Header.module.css';

/** What the button of the export menu looks like; alone, it keeps the room until the menu is there. */
export function ExportLabel({ compact }: { compact: boolean }) {
  return (
    <span className={controls.button} aria-hidden="true">
      <ExportWords compact={compact} />
    </span>
  );
}

export function ExportWords({ compact }: { compact: boolean }) {
  return (
    <>
      <Download size={15} aria-hidden="true" /> <span className={compact ? styles.hidden : ''}>Export</span>
    </>
  );
}
