import { useMemo } from 'react';
import type { ActivationName } from '../../../core/activations';
import type { NumberFormatName } from '../../../core/precision/formats';
import { markedErrors, thresholdsOf } from '../../../core/precision/loss';
import { inWords } from '../../../explain/numbers';
import styles from '../Activations.module.css';

/** How the lines of the routes are dashed. */
export const routeDashes = ['none', '6 3', '2 3', '10 3 2 3', '1 5'] as const;

interface Props {
  readonly name: ActivationName;
  readonly alpha: number;
  readonly format: NumberFormatName;
  readonly side: 'z > 0' | 'z < 0';
  /** The number of a route's line among all. */
  dashOf(route: string): number;
}

/**
 * From which z on each route has lost 1 %, 10 % and all of g′. To look for them takes tens of milliseconds: as a part of
 * its own, between others, it holds nothing up for longer than that.
 */
export function LossTable({ name, alpha, format, side, dashOf }: Props) {
  const thresholds = useMemo(() => thresholdsOf(name, alpha, format), [name, alpha, format]);
  return (
    <div className={styles.tableScroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">g′ from</th>
            {markedErrors.map((error) => (
              <th key={error} scope="col">
                {error * 100} % lost from |z|
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {thresholds
            .filter((row) => row.side === side)
            .map(({ route, first }) => (
              <tr key={route}>
                <th scope="row">
                  <svg width="22" height="6" aria-hidden="true">
                    <path
                      d="M0,3H22"
                      className={styles.route}
                      data-route={dashOf(route)}
                      strokeDasharray={routeDashes[dashOf(route)]}
                    />
                  </svg>{' '}
                  {route}
                </th>
                {first.map((z, i) => (
                  <td key={markedErrors[i]}>{z === null ? 'never' : inWords(z)}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
