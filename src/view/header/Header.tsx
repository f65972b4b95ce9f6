import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { isTampered } from '../../core/pass/tamper';
import { selectTrace } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import type { Mode } from '../layout';
import { useActions, useStore } from '../store';
import { openAll } from '../useFileDrop';
import { ExportButton } from './ExportButton';
import styles from './Header.module.css';
import { PredictSwitch } from './PredictSwitch';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';
import { Views } from './Views';

const badge = later(() => import('../what-if/Badge').then(({ Badge }) => Badge));

/** The page's name, and what is done with a model as a whole. */
export function Header({ mode }: { mode: Mode }) {
  const compact = mode === 'narrow';
  const roomy = mode === 'wide';
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
      {roomy && <p>what backprop keeps, and who reads it</p>}
      <Views />
      <div role="status" className={styles.badge}>
        {Badge && (
          <Guard part="The badge" over>
            <Badge mode={mode} />
          </Guard>
        )}
      </div>
      <div className={styles.actions}>
        {isStep && <PredictSwitch compact={compact} />}
        <OpenButton compact={compact} />
        <ShareButton compact={compact} />
        <ExportButton compact={compact} />
        <ThemeButton />
      </div>
    </header>
  );
}

function OpenButton({ compact }: { compact: boolean }) {
  const { open } = useActions();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={controls.button}
        title="Open a model, a trace or arrays, or drop them on the page"
        onClick={() => input.current?.click()}
      >
        <FolderOpen size={15} aria-hidden="true" /> <span className={compact ? styles.hidden : ''}>Open</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Open a file"
        className={styles.hidden}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          openAll([...(currentTarget.files ?? [])], open);
          // So that the same file can be opened again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
