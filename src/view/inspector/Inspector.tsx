import { selectFrame, selectTrace } from '../../state/selectors';
import { Guard } from '../guard/Guard';
import { later, useInTime, useLater } from '../later';
import { useAsking, usePointing, usePointingActions, useStore } from '../store';
import styles from './Inspector.module.css';
import { Welcome } from './Welcome';

// The first picture explains no step.
const details = later(() => import('./StepDetails').then(({ StepDetails }) => StepDetails));
const whatIf = later(() => import('../what-if/WhatIf').then(({ WhatIf }) => WhatIf));
const cell = later(() => import('./Cell').then(({ Cell }) => Cell));
const checks = later(() => import('../checks/Checks').then(({ Checks }) => Checks));

/** What the step of now does: its formula, a sentence, what it read and wrote, and the bytes held; and the checks. */
export function Inspector() {
  const trace = useStore(selectTrace);
  const { step } = useStore(selectFrame);
  const pinned = usePointing((state) => state.pinned);
  const { pin } = usePointingActions();
  const Cell = useLater(cell, pinned !== undefined, () => pin(undefined));
  const hasChanges = useStore((state) => state.choice.tampered !== undefined);
  const WhatIf = useLater(whatIf, hasChanges || pinned !== undefined);
  const Checks = useInTime(checks);
  useInTime(details);
  const StepDetails = useLater(details, step !== undefined);
  const isAsked = useAsking(({ cover }) => cover !== undefined);
  return (
    <>
      <section className={styles.inspector} aria-label="Step">
        {WhatIf && (
          <Guard part="What if">
            <WhatIf />
          </Guard>
        )}
        {Cell && (
          <Guard part="What the cell comes from">
            <Cell />
          </Guard>
        )}
        {StepDetails && step && !isAsked && <StepDetails step={step} trace={trace} />}
        {!step && (
          <Guard part="The welcome">
            <Welcome trace={trace} />
          </Guard>
        )}
      </section>
      <div className={styles.checks}>
        {Checks && (
          <Guard part="The list of checks">
            <Checks />
          </Guard>
        )}
      </div>
    </>
  );
}
