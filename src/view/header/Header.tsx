import { Database, Ellipsis, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import controls from '../controls/controls.module.css';
import { FileInput } from '../controls/FileInput';
import { KeepSwitch } from '../editor/KeepSwitch';
import type { Mode } from '../layout';
import { AsShown } from '../lending';
import { useDisplayActions, useStore } from '../store';
import { ExportButton } from './ExportButton';
import styles from './Header.module.css';
import { NetworkButton } from './NetworkButton';
import { PredictSwitch } from './PredictSwitch';
import { ShareButton } from './ShareButton';
import { TamperedBadge } from './TamperedBadge';
import { ThemeButton } from './ThemeButton';
import { Views } from './Views';

/** The page's name, its views, and what is done with a model as a whole. */
export function Header({ mode }: { mode: Mode }) {
  const [unfolded, setUnfolded] = useState(false);
  const narrow = mode === 'narrow';
  const compact = mode === 'medium';
  const isStep = useStore((state) => state.view === 'step');
  // The list of lessons shows none.
  const hasNetwork = useStore(({ view, learning }) => view !== 'learn' || learning.lesson !== undefined);
  return (
    <header className={styles.header} data-mode={mode}>
      <h1>
        Cache<span>back</span>
      </h1>
      <Views />
      <div role="status" className={styles.badge}>
        <AsShown>
          <TamperedBadge mode={mode} />
        </AsShown>
      </div>
      {narrow && (
        <button
          type="button"
          className={`${controls.button} ${styles.more}`}
          aria-label="More"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          <Ellipsis size={17} aria-hidden="true" />
        </button>
      )}
      {mode === 'wide' && hasNetwork && (
        <AsShown>
          <NetworkButton />
        </AsShown>
      )}
      <div className={styles.actions} data-folded={narrow && !unfolded}>
        {isStep && <PredictSwitch compact={compact} />}
        {isStep && <KeepSwitch />}
        {narrow && <EditButton />}
        <OpenButton compact={compact || mode === 'wide'} />
        <ShareButton compact={compact} />
        <AsShown>
          <ExportButton compact={compact} />
        </AsShown>
        <ThemeButton />
      </div>
    </header>
  );
}

/** Opens the editor where there is no rail for it. */
function EditButton() {
  const { openSheet } = useDisplayActions();
  return (
    <button type="button" className={controls.button} onClick={() => openSheet({ of: 'editor' })}>
      <Database size={15} aria-hidden="true" /> Network and data
    </button>
  );
}

function OpenButton({ compact }: { compact: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={controls.button}
        title="Open a model, a trace or arrays, or drop them on the page"
        onClick={() => input.current?.click()}
      >
        <FolderOpen size={15} aria-hidden="true" />{' '}
        <span className={compact ? controls.hidden : ''}>Open</span>
      </button>
      <FileInput ref={input} label="Open a file" />
    </>
  );
}
