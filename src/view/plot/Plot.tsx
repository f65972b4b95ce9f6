import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { type ReactNode, type Ref, useId } from 'react';
import { inPower, inShort } from '../numbers';
import styles from './Plot.module.css';

type Scale = ScaleContinuousNumeric<number, number>;

/** Where a number stands along an axis, in pixels. What is no number stands outside of every plot. */
export type Place = (value: number) => number;

const OUTSIDE = -1e4;

/** A scale's places, none of which a drawing could not have: infinities stand outside as well. */
const placesOf =
  (scale: Scale): Place =>
  (value) => {
    const place = scale(value);
    return Number.isFinite(place) ? place : OUTSIDE;
  };

/** The part of the plane that a plot shows. */
export interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

interface Props {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly domain: Domain;
  readonly xName: string;
  /** Powers of ten instead of a linear scale upwards. */
  readonly logarithmic?: boolean;
  readonly svg?: Ref<SVGSVGElement>;
  /** What is drawn, in the scales of the plot. */
  children(x: Place, y: Place): ReactNode;
}

/** Around the plane: room for the numbers on its left and below it. */
export const margin = { left: 44, right: 12, top: 10, bottom: 26 };

const TICK_ROOM = 60;

/** A plane with axes. Its scales are functions of its size and domain alone. */
export function Plot({ label, width, height, domain, xName, logarithmic, svg, children }: Props) {
  const x = scaleLinear(domain.x, [margin.left, width - margin.right]);
  const range: [number, number] = [height - margin.bottom, margin.top];
  const y: Scale = logarithmic ? scaleLog(domain.y, range) : scaleLinear(domain.y, range);
  const xTicks = x.ticks(Math.max(2, Math.round(width / TICK_ROOM)));
  const yTicks = y.ticks(logarithmic ? 5 : Math.max(2, Math.round(height / 45)));
  const clip = useId();
  return (
    <svg ref={svg} className={styles.plot} width={width} height={height} role="img" aria-label={label}>
      <clipPath id={clip}>
        <rect
          x={margin.left}
          y={margin.top}
          width={width - margin.left - margin.right}
          height={height - margin.top - margin.bottom}
        />
      </clipPath>
      {yTicks.map((tick) => (
        <g key={tick} className={styles.tick} data-zero={tick === 0}>
          <path d={`M${margin.left},${y(tick)}H${width - margin.right}`} />
          <text x={margin.left - 7} y={y(tick)} dy="0.32em" textAnchor="end">
            {logarithmic ? power(tick) : inShort(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <g key={tick} className={styles.tick} data-zero={tick === 0}>
          <path d={`M${x(tick)},${margin.top}V${height - margin.bottom}`} />
          <text x={x(tick)} y={height - 8} textAnchor="middle">
            {inShort(tick)}
          </text>
        </g>
      ))}
      <text className={styles.name} x={width - margin.right} y={height - margin.bottom - 6} textAnchor="end">
        {xName}
      </text>
      <g clipPath={`url(#${clip})`}>{children(placesOf(x), placesOf(y))}</g>
    </svg>
  );
}

/** A power of ten as it is written on an axis; nothing for the ticks between. */
function power(tick: number): string {
  const exponent = Math.log10(tick);
  return Number.isInteger(exponent) ? inPower(tick) : '';
}
