import { spoken } from '../../core/model/names';
import type { Trace } from '../../core/pass/trace';
import { heldAround } from '../../explain/held';
import { listed } from '../../explain/phrases';
import { inBytes } from '../numbers';
import { TensorName } from '../TensorName';
import styles from './Held.module.css';

/** The sum of the bytes held, buffer by buffer, before and after a step. */
export function HeldTable({ trace, index }: { trace: Trace; index: number }) {
  const { buffers, before, after, given } = heldAround(trace, index);
  const moved = before !== after;
  const cell = (bytes: number) => <td>{bytes === 0 ? '–' : inBytes(bytes)}</td>;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Buffer</th>
            <th scope="col">stands as</th>
            {moved && <th scope="col">before</th>}
            <th scope="col">{moved ? 'after' : 'bytes'}</th>
          </tr>
        </thead>
        <tbody>
          {buffers.map((buffer) => (
            <tr key={buffer.tensor}>
              <th scope="row">
                <TensorName of={buffer.tensor} />
              </th>
              <td>{buffer.where}</td>
              {moved && cell(buffer.before)}
              {cell(buffer.after)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Held</th>
            <td />
            {moved && <td>{inBytes(before)}</td>}
            <td>{inBytes(after)}</td>
          </tr>
        </tfoot>
      </table>
      {given.length > 0 && (
        <p className={styles.given}>
          {listed(given.map((tensor) => (tensor === 'A0' ? 'X' : spoken(tensor))))}{' '}
          {given.length === 1 ? 'stands in a cache too, and is' : 'stand in caches too, and are'} not counted:
          the caller has {given.length === 1 ? 'it' : 'them'} anyway.
        </p>
      )}
    </>
  );
}
