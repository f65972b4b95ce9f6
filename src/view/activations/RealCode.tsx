import { plans } from '../../compare/plans';
import { type ActivationName, activationOf } from '../../core/activations';
import { keepRules } from '../../core/model/keep-rules';
import type { Layer } from '../../core/model/model';
import { selectModel } from '../../state/selectors';
import { useStore } from '../store';
import styles from './Activations.module.css';

/** What real code keeps for an activation, with version and source. */
export function RealCode({ name, alpha }: { name: ActivationName; alpha: number }) {
  const model = useStore(selectModel);
  const layer: Layer = { units: 1, activation: name, alpha, keep: 'Z' };
  const rows = Object.entries(plans).flatMap(([reference, plan]) => {
    if (!plan.evidence || plan.lacks?.(layer)) return [];
    const [drawn] = plan.apply({ ...model, layers: [layer] }).layers;
    return [{ reference, plan, evidence: plan.evidence, keep: drawn!.keep, note: plan.note?.(layer) }];
  });
  const lacking = Object.values(plans).filter((plan) => plan.lacks?.(layer));
  return (
    <section className={styles.panel} aria-label="What real code keeps">
      <h3>What real code keeps for {name}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Keeps</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reference, plan, evidence, keep, note }) => (
            <tr key={reference}>
              <th scope="row">
                <details>
                  <summary>{plan.label}</summary>
                  <p>
                    {evidence.version},{' '}
                    {evidence.seen === 'run' ? 'seen by running it' : 'read in its source'}. {evidence.source}
                  </p>
                </details>
              </th>
              <td>
                <strong>
                  {activationOf(name).routes(alpha).length === 0 && keep === 'none'
                    ? 'nothing'
                    : keepRules[keep].label}
                </strong>
                {note && <p className={styles.hint}>{note}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lacking.length > 0 && (
        <p className={styles.hint}>
          No {name} in {lacking.map(({ label }) => label).join('; ')}.
        </p>
      )}
    </section>
  );
}
