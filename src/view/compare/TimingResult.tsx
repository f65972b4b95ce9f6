import { format } from 'd3-format';
import type { Paired } from '../../state/timing';
import styles from './Compare.module.css';

const digits = format('.3~r');

const rows = [
  ['pass', 'Whole pass'],
  ['activations', 'Activations on the way back'],
] as const;

/** The medians of pairs of runs, and how many times as long the first rule took. */
export function TimingResult({ result: { first, second, ratio, pairs } }: { result: Paired }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Median of {pairs}</th>
          <th scope="col">Lane 1</th>
          <th scope="col">Lane 2</th>
          <th scope="col">Lane 1 / lane 2</th>
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
