import { memo } from 'react';
import type { Step, Trace } from '../../../core/pass/trace';
import { readsOf, writesOf } from '../../../explain/narration';
import { remarkOn } from '../../../explain/remark';
import { formulasOf } from '../../../explain/tex';
import { usePanels } from '../../../state/shown/panels';
import { Guard } from '../../guard/Guard';
import { Held } from '../../held/Held';
import { later, useLater } from '../../later';
import { usePayoff } from '../pass/usePayoff';
import { Sentence } from '../said/Sentence';
import { AccessList } from './AccessList';
import { Fold } from './Fold';
import { Formula } from './Formula';
import styles from './StepDetails.module.css';

const code = later('Code', () => import('./Code'));
const births = later('Births', () => import('./Births'));
const sum = later('PassSum', () => import('../pass/PassSum'));

interface Props {
  readonly step: Step;
  readonly trace: Trace;
}

/** What stands below a step's sentence: what to notice, its formula, its code, what it read and wrote, and the bytes held. */
export const StepDetails = memo(function StepDetails(props: Props) {
  const { step, trace } = props;
  const isCodeShown = usePanels((state) => !state.hidden.includes('code'));
  const Code = useLater(code, isCodeShown);
  const PassSum = useLater(sum, step.index === trace.steps.length);
  return (
    <>
      <Guard part="What to notice">
        <Remark {...props} />
      </Guard>
      {PassSum && (
        <Guard part="The sum of the pass">
          <PassSum trace={trace} />
        </Guard>
      )}
      <Guard part="The formula">
        <Formulas {...props} />
      </Guard>
      <Fold isOpen={isCodeShown} onTurn={(open) => usePanels.getState().fold('code', !open)}>
        As code
      </Fold>
      {Code && (
        <Guard part="The code">
          <Code {...props} />
        </Guard>
      )}
      <Guard part="What the step does">
        <Account {...props} />
      </Guard>
    </>
  );
});

function Remark({ step, trace }: Props) {
  const said = [remarkOn(step, trace), usePayoff(step, trace)].filter(Boolean).join(' ');
  return said ? (
    <p className={styles.remark}>
      <Sentence of={said} />
    </p>
  ) : null;
}

const Formulas = ({ step, trace }: Props) => (
  <div className={styles.formulas}>
    {formulasOf(step, trace).map((tex) => (
      <Formula key={tex} tex={tex} />
    ))}
  </div>
);

function Account({ step, trace }: Props) {
  const Births = useLater(births, true);
  return (
    <>
      <AccessList title="Read" kind="read" items={readsOf(step, trace)} trace={trace} />
      <AccessList title="Written" kind="write" items={writesOf(step)} trace={trace} />
      {Births && <Births step={step} trace={trace} />}
      <Held trace={trace} index={step.index} />
    </>
  );
}
