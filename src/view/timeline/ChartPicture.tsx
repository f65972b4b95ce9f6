import { type CSSProperties, memo } from 'react';
import type { Chart } from './chart';
import styles from './Timeline.module.css';

interface Props {
  readonly chart: Chart;
  readonly width: number;
  readonly height: number;
}

/** The bytes held over the steps, drawn: the phases behind, and the lines. */
export const ChartPicture = memo(function ChartPicture({ chart, width, height }: Props) {
  return (
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
  );
});

/** What is written at the lines, over all else. */
export const ChartLabels = memo(({ chart, width, height }: Props) => (
  <svg className={styles.chartLabels} width={width} height={height} aria-hidden="true">
    {chart.labels.map(({ name, x, y }) => (
      <text key={name} x={x} y={y}>
        {name}
      </text>
    ))}
  </svg>
));
