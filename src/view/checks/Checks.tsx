import { Fragment } from 'react';
import type { Step } from '../../core/pass/trace';
import type { Standing } from '../../state/checks';
import { selectExpectedReport } from '../../state/expected';
import { positionAt } from '../../state/position';
import { selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import controls from '../controls/controls.module.css';
import styles from './Checks.module.css';
import { type CheckLine, expectedLine, rulesLine, slopesLine } from './lines';
import { Running } from './Running';
import { useChecks } from './useChecks';

/** Whether the pass that is shown is right: by central differences, by all keep rules, and by what its file expects. */
export function Checks() {
  const trace = useStore(selectTrace);
  const expected = useStore(selectExpectedReport);
  const checked = useChecks(trace);
  const { standing } = checked;
  const lines = [
    slopesLine(standing.slopes, trace, standing.rules),
    rulesLine(standing.rules, trace),
    ...(expected ? [expectedLine(expected, trace)] : []),
  ];
  return (
    <section className={styles.checks} aria-label="Checks">
      <div className={styles.heading}>
        <h3>Checks</h3>
        <p role="status">{statusOf(standing, lines)}</p>
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.check} line={line} />
        ))}
      </ul>
      <Running {...checked} />
    </section>
  );
}

/** How the checks came out, in a few words, once they have come to an end or to a halt. */
function statusOf({ state }: Standing, lines: readonly CheckLine[]): string {
  if (state === 'waiting' || state === 'running') return '';
  const failing = lines.filter(({ verdict }) => verdict === 'fails').length;
  if (failing > 0) return `${failing} of ${lines.length} ${failing === 1 ? 'fails' : 'fail'}`;
  if (state !== 'done') return state === 'failed' ? 'not checked' : state;
  return lines.every(({ verdict }) => verdict === 'passes') ? 'all pass' : 'none fails';
}

const signs: Record<CheckLine['verdict'], string> = {
  passes: '✓',
  fails: '✗',
  open: '…',
  'nothing to check': '–',
};

function Line({ line: { check, verdict, figures, notes, step } }: { line: CheckLine }) {
  return (
    <li className={styles.line} data-verdict={verdict}>
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
  const { moveTo } = useStore.getState();
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
