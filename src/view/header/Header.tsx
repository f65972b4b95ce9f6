import { Database, Ellipsis, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { isTampered } from '../../core/pass/tamper';
import { selectTrace } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { FileInput } from '../controls/FileInput';
import { KeepSwitch } from '../editor/KeepSwitch';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import type { Mode } from '../layout';
import { AsShown, useShown } from '../lending';
import { useDisplayActions, useStore } from '../store';
import { ExportButton } from './ExportButton';
import styles from './Header.module.css';
import { NetworkButton } from './NetworkButton';
import { PredictSwitch } from './PredictSwitch';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';
import { Views } from './Views';

const badge = later(() => import('../what-if/Badge').then(({ Badge }) => Badge));

/** From which width on all that stands in the header has its words, in CSS pixels; where the caches are changed; and at all. */
const [SPELLED, SPELLED_CHANGED, IN_A_LINE] = [1400, 1620, 1000];

interface Props {
  readonly mode: Mode;
  /** The width of the window. */
  readonly width: number;
}

/** The page's name, its views, and what is done with a model as a whole. */
export function Header({ mode, width }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const isStep = useStore((state) => state.view === 'step');
  // The list of lessons shows none.
  const hasNetwork = useStore(({ view, learning }) => view !== 'learn' || learning.lesson !== undefined);
  const changed = useShown((state) => isTampered(selectTrace(state)));
  const narrow = mode === 'narrow' || width < IN_A_LINE;
  const compact = mode === 'medium' || width < (changed ? SPELLED_CHANGED : SPELLED);
  const form = narrow ? 'narrow' : compact ? 'medium' : 'wide';
  const Badge = useLater(badge, changed);
  return (
    <header className={styles.header} data-mode={form} data-changed={changed}>
      <h1>
        Cache<span>back</span>
      </h1>
      <Views />
      <div role="status" className={styles.badge}>
        <AsShown>
          {Badge && (
            <Guard part="The badge" over>
              <Badge mode={mode === 'medium' ? 'narrow' : form} />
            </Guard>
          )}
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
        {isStep && <PredictSwitch compact={compact && !narrow} />}
        {isStep && <KeepSwitch />}
        {narrow && <EditButton />}
        <OpenButton compact={!narrow} />
        <ShareButton compact={compact && !narrow} />
        <AsShown>
          <ExportButton compact={compact && !narrow} />
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
