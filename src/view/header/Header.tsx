import { Database, Ellipsis, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { isTampered } from '../../core/pass/tamper';
import { nameOf } from '../../state/choice/choice';
import { selectTrace } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { FileInput } from '../controls/FileInput';
import { KeepSwitch } from '../editor/KeepSwitch';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import type { Mode } from '../layout';
import { useDisplayActions, useStore } from '../store';
import { ExportButton } from './ExportButton';
import styles from './Header.module.css';
import { PredictSwitch } from './PredictSwitch';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';
import { Views } from './Views';

const badge = later(() => import('../what-if/Badge').then(({ Badge }) => Badge));

/** The page's name, its views, and what is done with a model as a whole. */
export function Header({ mode }: { mode: Mode }) {
  const [unfolded, setUnfolded] = useState(false);
  const narrow = mode === 'narrow';
  const compact = mode === 'medium';
  const isStep = useStore((state) => state.view === 'step');
  const Badge = useLater(
    badge,
    useStore((state) => isTampered(selectTrace(state))),
  );
  return (
    <header className={styles.header} data-mode={mode}>
      <h1>
        Cache<span>back</span>
      </h1>
      <Views />
      <div role="status" className={styles.badge}>
        {Badge && (
          <Guard part="The badge" over>
            <Badge mode={mode} />
          </Guard>
        )}
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
      {mode === 'wide' && <NetworkButton />}
      <div className={styles.actions} data-folded={narrow && !unfolded}>
        {isStep && <PredictSwitch compact={compact} />}
        {isStep && <KeepSwitch />}
        {narrow && <EditButton />}
        <OpenButton compact={compact || mode === 'wide'} />
        <ShareButton compact={compact} />
        <ExportButton compact={compact} />
        <ThemeButton />
      </div>
    </header>
  );
}

/** What network is shown, as a way to its data. */
function NetworkButton() {
  const name = useStore((state) => nameOf(state.choice));
  const { openSheet } = useDisplayActions();
  return (
    <button
      type="button"
      className={styles.network}
      aria-label={`Network: ${name}`}
      title={name}
      onClick={() => openSheet({ of: 'editor' })}
    >
      {name}
    </button>
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
