import { range } from 'd3-array';
import { useMemo, useState } from 'react';
import type { ActivationName } from '../../../core/activations';
import { type NumberFormatName, numberFormatNames } from '../../../core/precision/formats';
import { errorsOf } from '../../../core/precision/loss';
import { Segmented } from '../../controls/Segmented';
import { type Point, pathThrough } from '../../plot/curve-path';
import { Plot } from '../../plot/Plot';
import styles from '../Activations.module.css';
import { AtOutput } from '../layer/AtOutput';
import { LossTable, routeDashes } from '../layer/LossTable';

const formatOptions = numberFormatNames.map((value) => ({ value }));
const sideOptions = [{ value: 'z > 0' }, { value: 'z < 0' }] as const;

const POINTS = 600;
const REACH: Record<NumberFormatName, number> = { float32: 20, bfloat16: 8 };
/** Below this an error is rounding, and drawn at the floor. */
const FLOOR: Record<NumberFormatName, number> = { float32: 1e-9, bfloat16: 1e-4 };

interface Props {
  readonly name: ActivationName;
  readonly alpha: number;
  readonly width: number;
}

/** What a number format loses of g′ by each route, over z, and from which z on it is 1 %, 10 % and all of it. */
export function LossPlot({ name, alpha, width }: Props) {
  const [format, setFormat] = useState<NumberFormatName>('float32');
  const [side, setSide] = useState<'z > 0' | 'z < 0'>('z > 0');
  const sign = side === 'z > 0' ? 1 : -1;
  const lines = useMemo(() => {
    const zs = range(1, POINTS + 1).map((i) => (sign * REACH[format] * i) / POINTS);
    return errorsOf(name, alpha, format, zs).map(({ route, errors }) => ({
      route,
      points: errors.map(
        (error, i): Point => [Math.abs(zs[i]!), Math.max(FLOOR[format], Math.min(1, error))],
      ),
    }));
  }, [name, alpha, format, sign]);
  const dashOf = (route: string) => lines.findIndex((line) => line.route === route);
  if (lines.length === 0)
    return <p className={styles.hint}>{name} has no slope of its own for a route to lose digits of.</p>;
  return (
    <>
      <div className={styles.switches}>
        <Segmented
          label="Number format"
          value={format}
          options={formatOptions}
          onChange={(next) => setFormat(next)}
        />
        <Segmented
          label="Side of zero"
          value={side}
          options={sideOptions}
          onChange={(next) => setSide(next)}
        />
      </div>
      <Plot
        label={`Relative error of the slope of ${name} in ${format} over |z|, ${side}`}
        width={width}
        height={190}
        domain={{ x: [0, REACH[format]], y: [FLOOR[format], 2] }}
        xName="|z|"
        logarithmic
      >
        {(x, y) =>
          lines.map(({ route, points }, i) => (
            <path
              key={route}
              className={styles.route}
              data-route={i}
              strokeDasharray={routeDashes[i]}
              d={pathThrough(points, x, y)}
            />
          ))
        }
      </Plot>
      <LossTable name={name} alpha={alpha} format={format} side={side} dashOf={dashOf} />
      <p className={styles.hint}>
        The textbook formulas round every single result, as NumPy arrays do; the others round only what a pass
        stores.
      </p>
      <AtOutput name={name} />
    </>
  );
}
