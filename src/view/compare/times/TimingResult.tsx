import { format } from 'd3-format';
import { type Paired, ratioText, sentenceOf, shownInterval } from '../../../compare/times';
import type { ActivationName } from '../../../core/activations';
import styles from '../Compare.module.css';

const digits = format('.3~r');

const rows = [
  ['pass', 'Whole pass'],
  ['activations', 'Activations on the way back'],
] as const;

/** A measurement that is done, and what was measured. */
export interface Timed {
  readonly result: Paired;
  /** The two rules, in their order. */
  readonly rules: readonly [string, string];
  readonly activation: ActivationName;
  /** The network that they were run on. */
  readonly subject: string;
}

/** What a measurement says in a sentence, then its medians, and how many times as long the first rule took. */
export function TimingResult({ timed: { result, rules, activation, subject } }: { timed: Timed }) {
  const { first, second, ratio, pairs } = result;
  const names = rules[0] === rules[1] ? (['rule 1', 'rule 2'] as const) : rules;
  return (
    <>
      <p>{sentenceOf('pass', ratio.pass, activation, names)}</p>
      <div className={styles.tableScroller}>
        <table className={styles.table}>
          <caption>{subject}</caption>
          <thead>
            <tr>
              <th scope="col">Median of {pairs}</th>
              <th scope="col">{rules[0]}</th>
              <th scope="col">{rules[1]}</th>
              <th scope="col">First / second</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([what, title]) => (
              <tr key={what}>
                <th scope="row">{title}</th>
                <td>{digits(first[what])} ms</td>
                <td>{digits(second[what])} ms</td>
                <td>
                  {ratioText(ratio[what].middle)} ({shownInterval(ratio[what]).text})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
