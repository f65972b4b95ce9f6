import { min } from 'd3-array';
import { isTampered } from '../../core/pass/what-if/tamper';
import { grouped } from '../../explain/numbers';
import { nameOf, type Run, selectRuns } from '../../state/runs';
import { inBytes } from '../numbers';
import { useStore } from '../store';
import styles from './Compare.module.css';
import { runStyle } from './runs/run-styles';
import { notInThePeak, slotsInWords } from './slots-in-words';
import { Verdict } from './Verdict';

/** The figures of a rule, by what they are called. To add one is to add it here. */
const columns: readonly (readonly [title: string, figure: (run: Run, runs: readonly Run[]) => string])[] = [
  ['After forward', ({ summary }) => inBytes(summary.afterForward)],
  ['Peak', ({ summary }) => inBytes(summary.peak)],
  [
    'Over the smallest',
    ({ summary }, runs) => inBytes(summary.peak - (min(runs, (run) => run.summary.peak) ?? 0)),
  ],
  ['Never read', ({ summary }) => slotsInWords(summary.unread) || 'nothing'],
  ['Kept for nothing', ({ summary }) => inBytes(summary.unreadBytes)],
  ['Multiplications', ({ summary }) => grouped(summary.backward.multiplications)],
  ['Exponentials', ({ summary }) => grouped(summary.backward.exponentials)],
  ['Misses', ({ summary }) => grouped(summary.misses)],
  ['Recomputed', ({ summary }) => grouped(summary.recomputed)],
];

/** What each rule costs and what it loses, a row for each run. */
export function Table() {
  const runs = useStore(selectRuns);
  const areTampered = runs.some(({ trace }) => isTampered(trace));
  return (
    <section className={styles.panel} aria-label="What each rule costs">
      <h2>What each rule costs</h2>
      {areTampered && (
        <p className={styles.small}>
          The cache was changed by hand: a rule that reads a changed cell differs from float64 for that reason
          alone.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={styles.tableScroller} tabIndex={0} aria-label="Table of costs">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              {columns.map(([title]) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">Against float64</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number, whatever rule is in it.
              <tr key={i} style={runStyle(i + 1)}>
                <th scope="row">
                  <span className={styles.badge}>{i + 1}</span> {nameOf(run)}
                </th>
                {columns.map(([title, figure]) => (
                  <td key={title} translate="no">
                    {figure(run, runs)}
                  </td>
                ))}
                <td>
                  <Verdict run={run} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.small}>
        Bytes count buffers that are held for the way back. X ({inBytes(runs[0]!.summary.callers)}) and the
        parameters are the caller’s and are not counted. {notInThePeak} “Never read” names slots, as the
        pictures do; “kept for nothing” counts the bytes of what no step read out of any slot: none for W and
        b, nor for an A that the next layer reads as its A_prev. Multiplications and exponentials count the
        way back, including all that is computed again.
      </p>
    </section>
  );
}
