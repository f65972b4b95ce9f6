import { StepDetails } from '../src/view/inspector/step/StepDetails';
import { networkNames, passOf } from '../tests/examples/networks';
import styles from './Gallery.module.css';
import { State } from './State';

/** What the inspector says of every step, of the first of its kind among the examples. */
export function Steps() {
  const seen = new Set<string>();
  const first = networkNames.map(passOf).flatMap((trace) =>
    trace.steps.flatMap((step) => {
      const { activation } = trace.model.layers[step.layer - 1]!;
      const events = step.cache.map(({ kind, slot }) => `${kind} ${slot}`).join();
      const kind = [step.phase, step.op, step.op === 'activation' && activation, events].join();
      if (seen.has(kind)) return [];
      seen.add(kind);
      return [{ kind, step, trace }];
    }),
  );
  return (
    <div className={styles.row}>
      {first.map(({ kind, step, trace }) => (
        <State key={kind} rail of={`Step: ${step.phase}, ${step.op}, layer ${step.layer}`}>
          <StepDetails step={step} trace={trace} />
        </State>
      ))}
    </div>
  );
}
