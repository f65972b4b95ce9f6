import { useMemo } from 'react';
import type { Step } from '../../core/trace';
import { moveToStep } from '../../state/moves';
import { titleOf } from '../../state/narration';
import { selectIndex, selectMemoryLines, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import { TensorName } from '../TensorName';
import { chartOf } from './chart';
import { dashes } from './dashes';
import { MemoryLegend } from './MemoryLegend';
import styles from './Timeline.module.css';

const CHART_HEIGHT = 76;

/** How far apart the labels of steps have to be. */
const LABEL_WIDTH = 34;

/** The scrubber and the memory chart in one: bytes held over the steps, a mark for each step. */
export function Timeline({ width, compact }: { width: number; compact: boolean }) {
  const trace = useStore(selectTrace);
  const lines = useStore(selectMemoryLines);
  const index = useStore(selectIndex);
  const height = compact ? CHART_HEIGHT - 42 : CHART_HEIGHT;
  const chart = useMemo(() => chartOf(trace, lines, width, height), [trace, lines, width, height]);
  const step = trace.steps[index - 1];
  return (
    <div className={styles.timeline} style={{ width }}>
      {!compact && <MemoryLegend lines={lines} />}
      <div className={styles.scrubber}>
        <svg width={width} height={height} aria-hidden="true">
          {chart.bands.map(({ phase, from, to }) => (
            <rect
              key={phase}
              className={styles.band}
              data-phase={phase}
              x={from}
              width={to - from}
              y={0}
              height={height}
            />
          ))}
          <path d={chart.own.area} className={styles.area} />
          {chart.others.map(({ rule, path }) => (
            <path key={rule} d={path} className={styles.other} strokeDasharray={dashes[rule]} />
          ))}
          <path d={chart.own.line} className={styles.own} />
        </svg>
        <svg className={styles.marks} width={width} height={20} aria-hidden="true">
          {trace.steps.map(({ index: i, phase }) => (
            <circle
              key={i}
              className={styles.mark}
              data-phase={phase}
              data-done={i <= index}
              cx={chart.x[i]}
              cy={10}
              r={i === index ? 6.5 : Math.min(4.5, width / trace.steps.length / 3)}
            />
          ))}
        </svg>
        <div className={styles.now} style={{ left: chart.x[index] }} aria-hidden="true" />
        <input
          type="range"
          aria-label="Step"
          aria-valuetext={
            step ? `Step ${index} of ${trace.steps.length}: ${titleOf(step, trace)}` : 'Before the first step'
          }
          min={0}
          max={trace.steps.length}
          value={index}
          onChange={(event) => moveToStep(Number(event.target.value))}
        />
      </div>
      {!compact && <StepLabels steps={trace.steps} x={chart.x} index={index} />}
    </div>
  );
}

/** What each step writes, under its mark; where there is no room for all, for every n-th. */
function StepLabels({ steps, x, index }: { steps: readonly Step[]; x: readonly number[]; index: number }) {
  const gap = steps.length > 1 ? x[2]! - x[1]! : LABEL_WIDTH;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / gap));
  return (
    <div className={styles.labels} aria-hidden="true">
      {steps.map((step) => {
        const isNow = step.index === index;
        const tooNear = every > 1 && Math.abs(step.index - index) < every;
        if (!isNow && ((step.index - 1) % every !== 0 || tooNear)) return null;
        return (
          <span key={step.index} style={{ left: x[step.index] }} data-now={isNow} data-phase={step.phase}>
            <TensorName of={step.writes[0]!} />
          </span>
        );
      })}
    </div>
  );
}
