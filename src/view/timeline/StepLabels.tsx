import { memo, useMemo } from 'react';
import { largest } from '../../core/math/extremes';
import { spoken } from '../../core/model/names';
import { resultOf } from '../../core/pass/nodes';
import type { Doing } from '../../core/pass/trace';
import { TensorName } from '../TensorName';
import styles from './Timeline.module.css';

/** How far apart the labels of steps have to be: room for a letter, and for what stands around them. */
const [LETTER, AROUND] = [7, 13];

/** How wide the widest of some labels is, brackets left out: the layer's number is small. */
const labelWidth = (steps: readonly Doing[]): number =>
  AROUND + LETTER * largest(steps.map((step) => spoken(resultOf(step)).length - 2));

interface Props {
  readonly steps: readonly Doing[];
  /** Where each step stands, from step 0. */
  readonly x: readonly number[];
  readonly index: number;
  moveToStep(index: number): void;
}

/** What each step writes, under its mark, as a way to it; where there is no room for all, for every n-th. */
export function StepLabels({ steps, x, index, moveToStep }: Props) {
  const width = useMemo(() => labelWidth(steps), [steps]);
  const gap = steps.length > 1 ? x[2]! - x[1]! : width;
  const every = Math.max(1, Math.ceil(width / gap));
  return (
    <div className={styles.labels} translate="no">
      {steps.map((step, i) => {
        const isNow = i + 1 === index;
        const tooNear = every > 1 && Math.abs(i + 1 - index) < every;
        if (!isNow && (i % every !== 0 || tooNear)) return null;
        return (
          <StepLabel
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number.
            key={i}
            step={step}
            to={i + 1}
            isNow={isNow}
            x={x[i + 1]!}
            width={Math.min(width, gap * every)}
            moveToStep={moveToStep}
          />
        );
      })}
    </div>
  );
}

interface LabelProps extends Pick<Props, 'moveToStep'> {
  readonly step: Doing;
  readonly to: number;
  readonly isNow: boolean;
  readonly x: number;
  readonly width: number;
}

const StepLabel = memo(function StepLabel({ step, to, isNow, x, width, moveToStep }: LabelProps) {
  const result = resultOf(step);
  return (
    <button
      type="button"
      // The slider above leads to the same steps by keyboard, with one stop for all of them.
      tabIndex={-1}
      aria-label={`Step ${to}, ${spoken(result)}`}
      aria-current={isNow ? 'step' : undefined}
      style={{ left: x, minWidth: width }}
      data-phase={step.phase}
      onClick={() => moveToStep(to)}
    >
      <TensorName of={result} />
    </button>
  );
});
