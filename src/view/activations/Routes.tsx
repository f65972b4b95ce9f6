import type { Activation, Cost, Route } from '../../core/activations';
import { Formula } from '../inspector/step/Formula';
import styles from './Activations.module.css';

const names: Record<Route, string> = {
  Z: 'From Z',
  Z_stable: 'From Z, stable form',
  A: 'From A',
  mask: 'From a mask',
  slope: 'From the slope',
};

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const inWordsOf = ({ multiplications, exponentials }: Cost): string =>
  `${plural(multiplications, 'multiplication')}, ${plural(exponentials, 'exponential')} per cell`;

/** The formula of g and of every route to g′, with what dZ costs by it. */
export function Routes({ activation, alpha }: { activation: Activation; alpha: number }) {
  const { tex, cost } = activation;
  const routes = activation.routes(alpha);
  return (
    <section className={styles.panel} aria-label="Routes to the slope">
      <h3>Routes to g′</h3>
      <Formula tex={`g(z) = ${tex.g}`} />
      <p className={styles.hint}>Forward: {inWordsOf(cost.g)}.</p>
      {routes.length === 0 && (
        <p className={styles.hint}>Its slope is 1 everywhere: backward reads neither Z nor A.</p>
      )}
      {(Object.keys(names) as Route[])
        .filter((route) => routes.includes(route))
        .map((route) => (
          <div key={route} className={styles.routeBox}>
            <h4>{names[route]}</h4>
            {tex.slope[route] && <Formula tex={tex.slope[route]} />}
            <p className={styles.hint}>{inWordsOf(cost[route]!)}.</p>
          </div>
        ))}
      <p className={styles.hint}>
        From linear_cache, where neither is kept: Z = W A_prev + b again, a matrix product, and b is read.
      </p>
    </section>
  );
}
