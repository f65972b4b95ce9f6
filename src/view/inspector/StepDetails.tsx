import { shapeOf, sizesOf } from '../../core/model/model';
import type { Step, Trace } from '../../core/pass/trace';
import { type Access, readsOf, writesOf } from '../../explain/narration';
import { remarkOn } from '../../explain/remark';
import { sentenceOf } from '../../explain/sentences';
import { formulasOf } from '../../explain/tex';
import { titleOf } from '../../explain/title';
import { Guard } from '../guard/Guard';
import { Held } from '../held/Held';
import { later, useLater } from '../later';
import { TensorName } from '../TensorName';
import { Formula } from './Formula';
import styles from './Inspector.module.css';
import { Named } from './Named';
import { Sentence } from './Sentence';

const code = later(() => import('./Code').then(({ Code }) => Code));
const births = later(() => import('./Births').then(({ Births }) => Births));

const phaseNames = { forward: 'forward', loss: 'loss', backward: 'backward', recompute: 'recompute' };

interface Props {
  readonly step: Step;
  readonly trace: Trace;
}

/** What a step does: its formula, its code, a sentence, what it read and wrote, and the bytes held. */
export function StepDetails(props: Props) {
  const Code = useLater(code, true);
  return (
    <>
      <Guard part="The step’s title">
        <Title {...props} />
      </Guard>
      <Guard part="The formula">
        <Formulas {...props} />
      </Guard>
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
}

const Title = ({ step, trace }: Props) => (
  <>
    <p className={styles.kicker} data-phase={step.phase} data-printed>
      Step {step.index} of {trace.steps.length} · {phaseNames[step.phase]} · layer {step.layer}
    </p>
    <h2 data-printed>{titleOf(step, trace)}</h2>
  </>
);

const Formulas = ({ step, trace }: Props) => (
  <div className={styles.formulas}>
    {formulasOf(step, trace).map((tex) => (
      <Formula key={tex} tex={tex} />
    ))}
  </div>
);

function Account({ step, trace }: Props) {
  const insight = remarkOn(step, trace);
  const Births = useLater(births, true);
  return (
    <>
      <p className={styles.sentence} role="status" data-printed>
        <Sentence of={sentenceOf(step, trace)} />
      </p>
      <AccessList title="Read" kind="read" items={readsOf(step, trace)} trace={trace} />
      <AccessList title="Written" kind="write" items={writesOf(step)} trace={trace} />
      {Births && <Births step={step} trace={trace} />}
      {insight && <p className={styles.insight}>{insight}</p>}
      <Held trace={trace} index={step.index} />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly kind: 'read' | 'write';
  readonly items: readonly Access[];
  readonly trace: Trace;
}

function AccessList({ title, kind, items, trace }: ListProps) {
  const sizes = sizesOf(trace.model);
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={title}>
      {items.map(({ tensor, says }) => {
        const { rows, cols } = shapeOf(tensor, sizes);
        return (
          <li key={tensor}>
            <span className={styles.pill} data-kind={kind}>
              <Named tensor={tensor}>
                <TensorName of={tensor} />
              </Named>
            </span>
            <span>
              {rows} × {cols}
              {says && `, ${says}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
