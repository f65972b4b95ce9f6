import type { Sample } from '../../../core/verdict/curve';
import type { Preimage } from '../../../core/verdict/preimages';
import { type Point, pathThrough } from '../../plot/curve-path';
import { Plot } from '../../plot/Plot';
import styles from '../Activations.module.css';
import { roomAround, type Subject, sampled } from '../useSubject';

/** How much of the outputs is shown beside a fold. */
const FOLD_ROOM = 1.6;

interface Props {
  readonly subject: Subject;
  readonly stretch: readonly [number, number];
  readonly z: number;
  readonly preimages: readonly Preimage[];
  /** The cells of a layer, as points of the curve. */
  readonly cells: readonly Sample[];
  /** The number of the cell that is pointed at. */
  readonly hovered: number | undefined;
  readonly width: number;
  readonly height: number;
  onPoint(cell: number | undefined): void;
}

/** The slope against the output as z runs: a curve with one slope for each output, or one that folds back. */
export function FoldPlot({ subject, stretch, z, preimages, cells, hovered, width, height, onPoint }: Props) {
  const points = sampled(subject, stretch);
  const [low, high] = roomAround(points.map(({ g }) => g));
  const folds = preimages.some(({ isWitness }) => isWitness);
  const domain = {
    // A fold is small beside an output that grows for ever: what is far from it is left out.
    x: [low, folds ? Math.min(high, Math.max(low + FOLD_ROOM, 1.25)) : high] as const,
    y: roomAround(points.map(({ slope }) => slope)),
  };
  const { curve } = subject;
  const here: Point = [curve.g(z), curve.slope(z)];
  return (
    <Plot
      label={`The slope of ${subject.name} against its output`}
      width={width}
      height={height}
      domain={domain}
      xName="a = g(z)"
    >
      {(x, y) => (
        <>
          <path
            className={styles.fold}
            d={pathThrough(
              points.map(({ g, slope }) => [g, slope] as const),
              x,
              y,
            )}
          />
          <path className={styles.handleLine} d={`M${x(here[0])},0V${height}`} />
          {cells.map(({ g, slope }, i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its number.
              key={i}
              className={styles.cell}
              data-pointed={i === hovered}
              cx={x(g)}
              cy={y(slope)}
              r={i === hovered ? 6 : 3.2}
              onPointerEnter={() => onPoint(i)}
              onPointerLeave={() => onPoint(undefined)}
            />
          ))}
          {preimages.map(({ from, slope, isWitness }) => (
            <circle
              key={from}
              className={styles.preimagePoint}
              data-witness={isWitness}
              cx={x(here[0])}
              cy={y(slope)}
              r={6}
            />
          ))}
          <circle className={styles.onSlope} cx={x(here[0])} cy={y(here[1])} r={6} />
        </>
      )}
    </Plot>
  );
}
