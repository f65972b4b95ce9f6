import { Database, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import controls from '../controls/controls.module.css';
import { FileInput } from '../controls/FileInput';
import { KeepSwitch } from '../editor/KeepSwitch';
import { later, useLater } from '../later';
import { AsShown } from '../lending';
import { useDisplayActions, useStore } from '../store';
import { ExportButton } from './ExportButton';
import { PredictSwitch } from './PredictSwitch';
import { ShareButton } from './ShareButton';
import { ThemeButton } from './ThemeButton';

/** Where it is always seen: below the runs it may be out of sight. */
const addRule = later('AddRule', () => import('../compare/AddRule'));

interface Props {
  /** Whether they stand in a list below the header. */
  readonly narrow: boolean;
  /** Whether some have no room for their words. */
  readonly compact: boolean;
}

/** What is done with a model as a whole. */
export function Actions({ narrow, compact }: Props) {
  const view = useStore((state) => state.view);
  const isStep = view === 'step';
  const AddRule = useLater(addRule, view === 'compare' && !narrow);
  return (
    <>
      {AddRule && <AddRule />}
      {isStep && <PredictSwitch compact={compact} />}
      {isStep && <KeepSwitch />}
      {narrow && <EditButton />}
      <OpenButton compact={!narrow} />
      <ShareButton compact={compact} />
      <AsShown>
        <ExportButton compact={compact} />
      </AsShown>
      <ThemeButton />
    </>
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
