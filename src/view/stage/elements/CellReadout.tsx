import { cell as cellOf } from '../../../core/math/matrix';
import { spoken } from '../../../core/model/names';
import type { Frame } from '../../../core/pass/frame';
import type { Trace } from '../../../core/pass/trace';
import { inWords } from '../../../explain/numbers';
import { usePointing } from '../../store';
import { bufferNote, twinsOf } from '../drawing/twins';
import type { Box, Geometry } from '../layout/geometry';
import { slotTags } from '../words/bytes';
import styles from './CellReadout.module.css';

/** How wide the readout is at most, to keep it on the stage. */
const WIDTH = 244;

/** How high it is with a note, and how far it stays from the box: over its name, or under a button that hangs there. */
const [HEIGHT, NAME, UNDER] = [66, 22, 28];

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly trace: Trace;
  readonly frame: Frame;
  readonly geometry: Geometry;
}

/** The value of the cell that is pointed at, beside the cell. */
export function CellReadout({ name, trace, frame, geometry }: Props) {
  const at = usePointing((state) => (state.cell?.place.startsWith(name) ? state.cell : undefined));
  const key = at?.place.slice(name.length) ?? '';
  const place = frame.places.get(key);
  const tensor = place?.tensor;
  const matrix = place?.value.matrix;
  const box = geometry.boxes.get(key);
  const there = at && place && tensor && box && matrix && at.row < matrix.rows && at.col < matrix.cols;
  if (!there) return null;
  const twins = twinsOf(frame).flatMap((pair) =>
    pair.includes(key) ? pair.filter((one) => one !== key) : [],
  );
  const note = bufferNote(place, twins.length > 0) ?? slotTags(place, trace, frame.index)[0];
  const cell = { width: box.width / matrix.cols, height: box.height / matrix.rows };
  const left = box.x + at.col * cell.width;
  const top = box.y + at.row * cell.height;
  const x = Math.max(4, Math.min(left, geometry.width - WIDTH));
  const others = twins.flatMap((other) => geometry.boxes.get(other) ?? []);
  const isFree = (y: number) =>
    y >= 0 && others.every((other) => !meets({ x, y, width: WIDTH, height: HEIGHT }, other));
  // Over the name of its tensor, or where the other slot of the same buffer stands, under it.
  const over = box.y - NAME - HEIGHT;
  const y = isFree(over) ? over : box.y + box.height + UNDER;
  return (
    <>
      <div className={styles.cell} style={{ left, top, ...cell }} aria-hidden="true" />
      <div
        className={styles.readout}
        style={y === over ? { left: x, bottom: geometry.height - over - HEIGHT } : { left: x, top: y }}
      >
        <strong>{inWords(cellOf(matrix, at.row, at.col))}</strong>
        <span>
          {spoken(tensor)} row {at.row + 1}, column {at.col + 1}
        </span>
        {note && <span className={styles.note}>{note}</span>}
      </div>
    </>
  );
}
