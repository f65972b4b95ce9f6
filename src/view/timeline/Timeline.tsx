import { type PointerEvent, useMemo, useState } from 'react';
import type { Moves, Way } from '../../state/moves';
import type { TimelineForm } from '../layout';
import { usePointingActions } from '../store';
import { ChartLabels, ChartPicture } from './ChartPicture';
import { type ByteLine, chartOf, THUMB } from './chart';
import { LineLegend } from './LineLegend';
import { gapsAt } from './labels';
import { Readout } from './Readout';
import { StepLabels } from './StepLabels';
import styles from './Timeline.module.css';

const CHART_HEIGHT = 56;

/** What is left of the chart where there is little room. */
const LOW_CHART_HEIGHT = 34;

/** A line with gaps, as a background: to mask it would have browsers draw the whole page anew, where gaps begin or end. */
const broken = (gaps: readonly [from: number, to: number][]): string | undefined =>
  gaps.length === 0
    ? undefined
    : `linear-gradient(${gaps.map(([from, to]) => `currentcolor 0 ${from}px,#0000 0 ${to}px,`).join('')}currentcolor 0)`;

const none: readonly ByteLine[] = [];

interface Props {
  readonly moves: Moves;
  readonly way: Way;
  readonly lines: readonly ByteLine[];
  /** Lines that are drawn only when they are asked for, and what asks for one or takes it away again. */
  readonly hidden?: readonly ByteLine[];
  readonly onToggle?: (name: string) => void;
  /** What is said of the step that is shown, to those who can't see the chart. */
  readonly saying: string;
  readonly width: number;
  readonly form: TimelineForm;
}

/** The scrubber and the memory chart in one: bytes held over the steps, a mark for each step. */
export function Timeline(props: Props) {
  const { moves, way, lines, hidden = none, onToggle, saying, width, form } = props;
  const { steps, index } = way;
  const [at, setAt] = useState<number>();
  const { scrub } = usePointingActions();
  const height = form === 'whole' ? CHART_HEIGHT : LOW_CHART_HEIGHT;
  const isNamed = form !== 'scrubber';
  const isLabelled = form !== 'short';
  const chart = useMemo(() => chartOf(steps, lines, width, height), [steps, lines, width, height]);
  const now = chart.x[index]!;
  const pointAt = ({ currentTarget, clientX }: PointerEvent) => {
    const across = (clientX - currentTarget.getBoundingClientRect().left - THUMB) / (width - 2 * THUMB);
    setAt(Math.max(0, Math.min(steps.length, Math.round(across * steps.length))));
  };
  return (
    <div className={styles.timeline} style={{ width }} data-form={form}>
      {isNamed && <LineLegend lines={lines} hidden={hidden} onToggle={onToggle} />}
      <div className={styles.scrubber} onPointerMove={pointAt} onPointerLeave={() => setAt(undefined)}>
        {at !== undefined && at <= steps.length && (
          <Readout at={at} steps={steps} lines={lines} x={chart.x[at]!} width={width} />
        )}
        <ChartPicture chart={chart} width={width} height={height} />
        <svg width={width} height={20} aria-hidden="true">
          {steps.map(({ phase }, i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number.
              key={i}
              className={styles.mark}
              data-phase={phase}
              data-done={i < index}
              cx={chart.x[i + 1]}
              cy={10}
              r={i + 1 === index ? 6.5 : Math.min(4.5, width / steps.length / 3)}
            />
          ))}
        </svg>
        <div
          className={styles.now}
          data-now
          style={{ left: now, background: isLabelled ? broken(gapsAt(chart.labels, now)) : undefined }}
          aria-hidden="true"
        />
        {isLabelled && <ChartLabels chart={chart} width={width} height={height} />}
        <input
          type="range"
          aria-label="Step"
          aria-valuetext={saying}
          min={0}
          max={steps.length}
          value={index}
          onPointerDown={() => scrub(true)}
          onPointerUp={() => scrub(false)}
          onPointerCancel={() => scrub(false)}
          onChange={(event) => moves.moveToStep(Number(event.target.value))}
        />
      </div>
      {isNamed && <StepLabels steps={steps} x={chart.x} index={index} moveToStep={moves.moveToStep} />}
    </div>
  );
}
