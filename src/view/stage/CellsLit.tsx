import type { Frame } from '../../core/pass/frame';
import type { Trace } from '../../core/pass/trace';
import { dependentPlaces, type Lit, sourcePlaces } from '../../explain/cell-places';
import { useLook } from '../../state/look';
import styles from './CellReadout.module.css';
import type { Box, Geometry } from './geometry';

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly frame: Frame;
  readonly trace: Trace;
  readonly geometry: Geometry;
}

/** The rectangle of cells within their heatmap's box. */
function boxOf({ row, col, tensor }: Lit, box: Box, trace: Trace): Box {
  const { rows, cols } = trace.buffers.get(tensor)!;
  const [width, height] = [box.width / cols, box.height / rows];
  return {
    x: box.x + (col ?? 0) * width,
    y: box.y + (row ?? 0) * height,
    width: col === undefined ? box.width : width,
    height: row === undefined ? box.height : height,
  };
}

/** Frames around the pinned cell and the cells that it comes from, or that depend on it. */
export function CellsLit({ name, frame, trace, geometry }: Props) {
  const at = useLook(({ pinned }) => (pinned?.place.startsWith(name) ? pinned : undefined));
  const lit = useLook((state) => state.lit);
  const key = at?.place.slice(name.length) ?? '';
  const tensor = frame.places.get(key)?.tensor;
  const matrix = tensor && trace.buffers.get(tensor);
  // A cell may be pinned when its layer loses it.
  if (!at || !matrix || at.row >= matrix.rows || at.col >= matrix.cols) return null;
  const cell = { tensor, row: at.row, col: at.col };
  const others = (lit === 'sources' ? sourcePlaces : dependentPlaces)(cell, trace, frame.index);
  return [{ ...cell, place: key }, ...others].map((cells, i) => {
    const box = geometry.boxes.get(cells.place);
    if (!box) return null;
    const { x, y, width, height } = boxOf(cells, box, trace);
    return (
      <div
        key={`${cells.place} ${cells.row} ${cells.col}`}
        className={styles.lit}
        data-lit={i === 0 ? 'pinned' : lit}
        style={{ left: x, top: y, width, height }}
        aria-hidden="true"
      />
    );
  });
}
