import { Fragment } from 'react';
import type { Step } from '../../core/pass/trace';
import { positionAt } from '../../state/position';
import controls from '../controls/controls.module.css';
import { useActions } from '../store';
import styles from './Checks.module.css';
import type { CheckLine } from './check-line';

const signs: Record<CheckLine['verdict'], string> = {
  passes: '✓',
  fails: '✗',
  open: '…',
  'nothing to check': '–',
};

/** How each verdict is written in the page, for those who look for it there. */
const results: Record<CheckLine['verdict'], string> = {
  passes: 'pass',
  fails: 'fail',
  open: 'running',
  'nothing to check': 'unknown',
};

/** One check: its sign, what it found, and the way to where it fails. */
export function Line({ line: { id, check, verdict, figures, notes, step } }: { line: CheckLine }) {
  return (
    <li className={styles.line} data-check={id} data-result={results[verdict]}>
      <span className={styles.sign} role="img" aria-label={verdict}>
        {signs[verdict]}
      </span>
      <div>
        <p className={styles.says}>{check}</p>
        {figures.length > 0 && (
          <p className={styles.note}>
            {figures.map((figure, i) => (
              <Fragment key={figure}>
                {i > 0 && ' '}
                <span>
                  {figure}
                  {i < figures.length - 1 && ' ·'}
                </span>
              </Fragment>
            ))}
          </p>
        )}
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        {step && <GoTo step={step} />}
      </div>
    </li>
  );
}

function GoTo({ step }: { step: Step }) {
  const { moveTo } = useActions();
  return (
    <button
      type="button"
      className={controls.button}
      onClick={() => {
        moveTo(positionAt({ steps: [step] }, 1));
        // On a phone it is far above.
        document.querySelector('[aria-label="Stage"]')?.scrollIntoView({ block: 'nearest' });
      }}
    >
      Go to step {step.index}
    </button>
  );
}
