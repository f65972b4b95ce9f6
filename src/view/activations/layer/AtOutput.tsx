import { useState } from 'react';
import type { ActivationName, Route } from '../../../core/activations';
import { outputCell, outputLossOf } from '../../../core/precision/at-output';
import { relativeError } from '../../../core/precision/first-z';
import { inWords } from '../../../explain/numbers';
import { NumberField } from '../../controls/NumberField';
import { inShare } from '../../numbers';
import styles from '../Activations.module.css';

const names: Partial<Record<Route, string>> = {
  A: 'A',
  Z: 'Z as the course writes it',
  Z_stable: 'Z, stable form',
};

/** What is lost of a number, in words. */
const lost = (found: number, exact: number): string => {
  const error = relativeError(found, exact);
  return Number.isFinite(error) ? inShare(error) : 'all';
};

/** The other half of the truth: what each route makes of an output cell that is sure and wrong, times the dA of its loss. */
export function AtOutput({ name }: { name: ActivationName }) {
  const [z, setZ] = useState(17);
  const loss = outputLossOf(name);
  if (!loss) return null;
  const { a, dA, byRoute, exact } = outputCell(name, loss, z, 0);
  return (
    <section aria-label="The same in the output layer">
      <h4>The same in the output layer, under {loss.replaceAll('_', ' ')}, in float32</h4>
      <p className={styles.hint}>
        The right slope alone does not make the right dZ. For a label of 0 the loss gives dA = 1/(1 − A), with
        the same rounded A as in s(1 − s): the two rounding errors are the same one, and it cancels. An exact
        slope has nothing to cancel it with. In a hidden layer, where dA comes from elsewhere, it is the other
        way round.
      </p>
      <label className={styles.atOutput}>
        <span>z</span>
        <NumberField label="z of the output cell" value={z} whole={false} onChange={setZ} />
        <span className={styles.hint}>
          A = {a.toPrecision(8)}, dA = {inWords(dA)}
        </span>
      </label>
      <div className={styles.tableScroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">g′ from</th>
              <th scope="col">g′</th>
              <th scope="col">lost of g′</th>
              <th scope="col">dZ = dA · g′</th>
              <th scope="col">lost of dZ</th>
            </tr>
          </thead>
          <tbody>
            {byRoute.map(({ route, slope, dZ }) => (
              <tr key={route}>
                <th scope="row">{names[route]}</th>
                <td>{inWords(slope)}</td>
                <td>{lost(slope, exact.slope)}</td>
                <td>{inWords(dZ)}</td>
                <td>{lost(dZ, exact.dZ)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">in float64</th>
              <td>{inWords(exact.slope)}</td>
              <td />
              <td>{inWords(exact.dZ)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p className={styles.hint}>
        Where A is stored as exactly 1, dA is ∞, and ∞ · 0 is no number. At once, dZ = A − Y is {inWords(a)}{' '}
        here.
      </p>
    </section>
  );
}
