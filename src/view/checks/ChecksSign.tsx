import controls from '../controls/controls.module.css';
import { useCheckLines } from './Checks';
import styles from './Checks.module.css';

/** How the checks came out, as a sign that opens them: where they have no room of their own. */
export function ChecksSign({ onOpen }: { onOpen(): void }) {
  const { lines, status } = useCheckLines();
  const fails = lines.some(({ verdict }) => verdict === 'fails');
  if (status === '') return null;
  return (
    <button
      type="button"
      className={`${controls.icon} ${styles.only}`}
      data-fails={fails}
      aria-label={`Checks: ${status}`}
      title={`Checks: ${status}`}
      onClick={onOpen}
    >
      <span aria-hidden="true">{fails ? '✗' : status === 'all pass' ? '✓' : '–'}</span>
    </button>
  );
}
