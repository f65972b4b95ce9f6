import { useMemo } from 'react';
import type { Standing } from '../../state/checks';
import { selectExpectedBefore } from '../../state/opening/expected';
import { selectTrace } from '../../state/selectors';
import { useStore } from '../store';
import { Line } from './CheckedLine';
import styles from './Checks.module.css';
import type { CheckLine } from './check-line';
import { expectedLine, notYetCompared, ofAnotherNetwork } from './expected-line';
import { Running } from './Running';
import { rulesLine } from './rules-line';
import { slopesLine } from './slopes-line';
import { useChecks } from './useChecks';
import { useExpected } from './useExpected';

/** The checks of the pass that is shown: by central differences, by all keep rules, and by what its file expects. */
export function useCheckLines() {
  const trace = useStore(selectTrace);
  const { expected, report } = useExpected() ?? {};
  const checked = useChecks(trace);
  const { slopes, rules } = checked.standing;
  // Some look through all numbers of the pass, which no step and no progress of another check changes.
  const slopesSay = useMemo(() => slopesLine(slopes, trace, rules), [slopes, trace, rules]);
  const rulesSay = useMemo(() => rulesLine(rules, trace), [rules, trace]);
  const expectedSays = useMemo(
    () => (report ? expectedLine(report, trace) : expected && notYetCompared(expected)),
    [report, expected, trace],
  );
  const before = useStore(selectExpectedBefore);
  const asideSays = before && ofAnotherNetwork(Object.keys(before.tensors).length);
  const lines = [slopesSay, rulesSay, expectedSays ?? asideSays].filter((line) => line !== undefined);
  return { checked, lines, status: statusOf(checked.standing, lines) };
}

/** Whether the pass that is shown is right. */
export function Checks() {
  const { checked, lines, status } = useCheckLines();
  return (
    <section className={styles.checks} aria-label="Checks">
      <div className={styles.heading}>
        <h3>Checks</h3>
        <p role="status">{status}</p>
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
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
  const passing = lines.filter(({ verdict }) => verdict === 'passes').length;
  if (passing === lines.length) return 'all pass';
  return `${passing} of ${lines.length} ${passing === 1 ? 'passes' : 'pass'}`;
}
