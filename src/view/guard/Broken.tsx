import { useState } from 'react';
import { firstChoice } from '../../state/choice/choice';
import controls from '../controls/controls.module.css';
import { useStoreApi } from '../store';
import styles from './Guard.module.css';
import { messageOf } from './message';

interface Props {
  /** What it is, as a sentence begins with it. */
  readonly part: string;
  readonly error: unknown;
  /** Whether nothing of the page is left without it. */
  readonly isAll: boolean;
  /** Goes on without it. */
  leave(): void;
  /** Tries it again. */
  retry(): void;
}

/** What stands in the place of a part that could not be shown. The address keeps the model as it is. */
export function Broken({ part, error, isAll, leave, retry }: Props) {
  const store = useStoreApi();
  const [report, setReport] = useState<{ text: string; copied: boolean }>();
  const copy = async () => {
    // What writes links is no part of the first load; where it can't be loaded, the address stands for the link.
    const text = await import('./report').then(
      ({ reportOf }) => reportOf(part, error, store.getState()),
      () => `${part}: ${messageOf(error)}\n${window.location.href}`,
    );
    try {
      await navigator.clipboard.writeText(text);
      setReport({ text, copied: true });
    } catch {
      // The browser does not let the page copy, or has no clipboard for it.
      setReport({ text, copied: false });
    }
  };
  const openFirst = () => {
    store.getState().show(firstChoice, 'start');
    retry();
  };
  return (
    <div role="alert" className={styles.broken}>
      <p>
        <strong>{part} could not be shown.</strong> {isAll ? '' : 'The rest still works. '}Your model is kept
        in the link.
      </p>
      <p>
        <code>{messageOf(error)}</code>
      </p>
      <div className={styles.ways}>
        <button type="button" className={controls.button} onClick={isAll ? retry : leave}>
          {isAll ? 'Try again' : 'Go on without it'}
        </button>
        <button type="button" className={controls.button} onClick={() => void copy()}>
          {report?.copied ? 'Report copied' : 'Copy a report'}
        </button>
        <button type="button" className={controls.button} onClick={openFirst}>
          Open the first model
        </button>
      </div>
      {report?.copied === false && (
        <textarea readOnly aria-label="Report, to be copied by hand" value={report.text} rows={4} />
      )}
    </div>
  );
}
