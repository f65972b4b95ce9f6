import { format } from 'd3-format';
import type { Paired } from '../../state/timing';
import styles from './Compare.module.css';

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
  /** The network that they were run on. */
  readonly subject: string;
}

/** The medians of pairs of runs, and how many times as long the first rule took. */
export function TimingResult({ timed }: { timed: Timed }) {
  const { first, second, ratio, pairs } = timed.result;
  return (
    <table className={styles.table}>
      <caption>{timed.subject}</caption>
      <thead>
        <tr>
          <th scope="col">Median of {pairs}</th>
          <th scope="col">{timed.rules[0]}</th>
          <th scope="col">{timed.rules[1]}</th>
          <th scope="col">First / second</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, title]) => (
          <tr key={what}>
            <th scope="row">{title}</th>
            <td>{digits(first[what])} ms</td>
            <td>{digits(second[what])} ms</td>
            <td>{digits(ratio[what])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
