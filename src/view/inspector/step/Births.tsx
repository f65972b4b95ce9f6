import { birthInWords, birthsAt } from '../../../core/checks/births/births';
import type { Step, Trace } from '../../../core/pass/trace';
import styles from './StepDetails.module.css';

/** Of what the first NaN or the first infinity of the pass is, where it is born in this step. */
export function Births({ step, trace }: { step: Step; trace: Trace }) {
  return birthsAt(step, trace).map((birth) => (
    <p key={birth.of} className={styles.remark}>
      {birthInWords(birth)}
    </p>
  ));
}
