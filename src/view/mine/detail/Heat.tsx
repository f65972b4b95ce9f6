import { useEffect, useRef } from 'react';
import { cell as cellOf, type Matrix } from '../../../core/math/matrix';
import { inWords } from '../../../explain/numbers';
import type { Scale } from '../../../state/scales';
import { useCellPointer } from '../../stage/elements/cells/useCellPointer';
import { paintMatrix } from '../../stage/paint/paint';
import { usePointing } from '../../store';
import { useThemeName } from '../../useThemeName';
import styles from './Detail.module.css';
import { Frames } from './Frames';

interface Props {
  /** What its cells are known by to those who point at them. */
  readonly id: string;
  readonly title: string;
  readonly matrix: Matrix;
  readonly scale: Scale;
  /** How wide it may be, in CSS pixels. */
  readonly width: number;
  /** The cells that are framed, counted row by row. */
  readonly framed?: readonly number[];
}

/** What a cell takes, where there is room. */
const CELL = { width: 46, height: 26 };
const MOST_HIGH = 260;

/** A matrix as a heatmap with its numbers, whose cells are pointed at by a pointer or by arrow keys. */
export function Heat({ id, title, matrix, scale, width: room, framed = [] }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  const pointer = useCellPointer(id, matrix);
  const at = usePointing(({ cell }) => (cell?.place === id ? cell : undefined));
  const width = Math.min(room, matrix.cols * CELL.width);
  const height = Math.min(MOST_HIGH, matrix.rows * CELL.height);
  useEffect(() => {
    if (canvas.current) paintMatrix(canvas.current, matrix, { width, height }, scale, theme);
  }, [matrix, scale, theme, width, height]);
  const isThere = at && at.row < matrix.rows && at.col < matrix.cols;
  return (
    <figure className={styles.heat}>
      <figcaption>{title}</figcaption>
      <div
        role="img"
        aria-label={`${title}, ${matrix.rows} by ${matrix.cols}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its cells are walked by arrow keys, though nothing in it can be pressed.
        tabIndex={0}
        {...pointer}
      >
        <canvas ref={canvas} style={{ width, height }} />
        <Frames cells={framed} rows={matrix.rows} cols={matrix.cols} />
      </div>
      <output>
        {isThere
          ? `row ${at.row + 1}, column ${at.col + 1}: ${inWords(cellOf(matrix, at.row, at.col))}`
          : `${matrix.rows} by ${matrix.cols}`}
      </output>
    </figure>
  );
}
