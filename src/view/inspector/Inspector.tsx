import { shapeOf, sizesOf } from '../../core/model';
import type { Step, Trace } from '../../core/trace';
import { insightOf } from '../../state/insight';
import { useLook } from '../../state/look';
import { type Access, readsOf, sentenceOf, titleOf, writesOf } from '../../state/narration';
import { selectFrame, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import { Guard } from '../guard/Guard';
import { later, useInTime, useLater } from '../later';
import { inBytes } from '../numbers';
import { TensorName } from '../TensorName';
import { Formula } from './Formula';
import { formulasOf } from './formula';
import styles from './Inspector.module.css';
import { Named } from './Named';
import { Sentence } from './Sentence';
import { Welcome } from './Welcome';

const code = later(() => import('./Code').then(({ Code }) => Code));
const whatIf = later(() => import('../what-if/WhatIf').then(({ WhatIf }) => WhatIf));
const cell = later(() => import('./Cell').then(({ Cell }) => Cell));
const checks = later(() => import('../checks/Checks').then(({ Checks }) => Checks));

const phaseNames = { forward: 'forward', loss: 'loss', backward: 'backward', recompute: 'recompute' };

/** What the step of now does: its formula, a sentence, what it read and wrote, and the bytes held; and the checks. */
export function Inspector() {
  const trace = useStore(selectTrace);
  const { step } = useStore(selectFrame);
  const pinned = useLook((state) => state.pinned);
  const Cell = useLater(cell, pinned !== undefined, () => useLook.getState().pin(undefined));
  const hasChanges = useStore((state) => state.choice.tampered !== undefined);
  const WhatIf = useLater(whatIf, hasChanges || pinned !== undefined);
  const Checks = useInTime(checks);
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
        <Guard part="What the step does">
          {step ? <StepDetails step={step} trace={trace} /> : <Welcome trace={trace} />}
        </Guard>
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

function StepDetails({ step, trace }: { step: Step; trace: Trace }) {
  const insight = insightOf(step, trace);
  const Code = useLater(code, true);
  return (
    <>
      <p className={styles.kicker} data-phase={step.phase}>
        Step {step.index} of {trace.steps.length} · {phaseNames[step.phase]} · layer {step.layer}
      </p>
      <h2>{titleOf(step, trace)}</h2>
      <div className={styles.formulas}>
        {formulasOf(step, trace).map((tex) => (
          <Formula key={tex} tex={tex} />
        ))}
      </div>
      {Code && (
        <Guard part="The code">
          <Code step={step} trace={trace} />
        </Guard>
      )}
      <p className={styles.sentence} role="status">
        <Sentence of={sentenceOf(step, trace)} />
      </p>
      <AccessList title="Read" kind="read" items={readsOf(step, trace)} trace={trace} />
      <AccessList title="Written" kind="write" items={writesOf(step)} trace={trace} />
      {insight && <p className={styles.insight}>{insight}</p>}
      <p className={styles.bytes}>
        Held for the way back: <strong>{inBytes(step.cacheBytes)}</strong>
      </p>
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
