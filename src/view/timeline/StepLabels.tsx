import { resultOf } from '../../core/pass/nodes';
import type { Doing } from '../../core/pass/trace';
import { TensorName } from '../TensorName';
import styles from './Timeline.module.css';

/** How far apart the labels of steps have to be. */
const LABEL_WIDTH = 34;

interface Props {
  readonly steps: readonly Doing[];
  /** Where each step stands, from step 0. */
  readonly x: readonly number[];
  readonly index: number;
}

/** What each step writes, under its mark; where there is no room for all, for every n-th. */
export function StepLabels({ steps, x, index }: Props) {
  const gap = steps.length > 1 ? x[2]! - x[1]! : LABEL_WIDTH;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / gap));
  return (
    <div className={styles.labels} aria-hidden="true">
      {steps.map((step, i) => {
        const isNow = i + 1 === index;
        const tooNear = every > 1 && Math.abs(i + 1 - index) < every;
        if (!isNow && (i % every !== 0 || tooNear)) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number.
          <span key={i} style={{ left: x[i + 1] }} data-now={isNow} data-phase={step.phase}>
            <TensorName of={resultOf(step)} />
          </span>
        );
      })}
    </div>
  );
}
