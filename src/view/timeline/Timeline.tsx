import { type CSSProperties, useMemo } from 'react';
import type { Moves, Way } from '../../state/moves';
import { type ByteLine, chartOf } from './chart';
import { LineLegend } from './LineLegend';
import { StepLabels } from './StepLabels';
import styles from './Timeline.module.css';

const CHART_HEIGHT = 64;

/** What is left of the chart where there is little room. */
const LOW_CHART_HEIGHT = 34;

interface Props {
  readonly moves: Moves;
  readonly way: Way;
  readonly lines: readonly ByteLine[];
  /** What is said of the step that is shown, to those who can't see the chart. */
  readonly saying: string;
  readonly width: number;
  readonly compact: boolean;
}

/** The scrubber and the memory chart in one: bytes held over the steps, a mark for each step. */
export function Timeline({ moves, way: { steps, index }, lines, saying, width, compact }: Props) {
  const height = compact ? LOW_CHART_HEIGHT : CHART_HEIGHT;
  const chart = useMemo(() => chartOf(steps, lines, width, height), [steps, lines, width, height]);
  return (
    <div className={styles.timeline} style={{ width }}>
      {!compact && <LineLegend lines={lines} />}
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
          {chart.lines.toReversed().map(({ name, area, path, dash, colour }) => (
            <g key={name} style={{ '--line-colour': colour } as CSSProperties}>
              <path d={area} className={styles.area} />
              <path d={path} className={styles.line} strokeDasharray={dash} data-coloured={Boolean(colour)} />
            </g>
          ))}
        </svg>
        <svg className={styles.marks} width={width} height={20} aria-hidden="true">
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
        <div className={styles.now} style={{ left: chart.x[index] }} aria-hidden="true" />
        <input
          type="range"
          aria-label="Step"
          aria-valuetext={saying}
          min={0}
          max={steps.length}
          value={index}
          onChange={(event) => moves.moveToStep(Number(event.target.value))}
        />
      </div>
      {!compact && <StepLabels steps={steps} x={chart.x} index={index} moveToStep={moves.moveToStep} />}
    </div>
  );
}
