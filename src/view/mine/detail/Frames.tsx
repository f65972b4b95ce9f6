import styles from './Detail.module.css';

interface Props {
  /** Counted row by row. */
  readonly cells: readonly number[];
  readonly rows: number;
  readonly cols: number;
}

/** A frame around some cells of a heatmap, over it. */
export const Frames = ({ cells, rows, cols }: Props) =>
  cells.length > 0 && (
    <svg
      className={styles.frames}
      viewBox={`0 0 ${cols} ${rows}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {cells.map((k) => (
        <rect key={k} x={k % cols} y={Math.floor(k / cols)} width={1} height={1} />
      ))}
    </svg>
  );
