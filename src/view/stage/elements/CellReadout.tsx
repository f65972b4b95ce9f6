import { cell as cellOf } from '../../../core/math/matrix';
import { spoken } from '../../../core/model/names';
import type { Frame } from '../../../core/pass/frame';
import type { Trace } from '../../../core/pass/trace';
import { inWords } from '../../numbers';
import { usePointing } from '../../store';
import { bufferNote, twinsOf } from '../drawing/twins';
import type { Geometry } from '../layout/geometry';
import { slotTags } from '../words/bytes';
import styles from './CellReadout.module.css';

/** How wide the readout is at most, to keep it on the stage. */
const WIDTH = 244;

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
  const isTwin = twinsOf(frame).some((twins) => twins.includes(key));
  const note = bufferNote(place, isTwin) ?? slotTags(place, trace, frame.index)[0];
  const cell = { width: box.width / matrix.cols, height: box.height / matrix.rows };
  const left = box.x + at.col * cell.width;
  const top = box.y + at.row * cell.height;
  const below = top < 90;
  return (
    <>
      <div className={styles.cell} style={{ left, top, ...cell }} aria-hidden="true" />
      <div
        className={styles.readout}
        style={{
          left: Math.max(4, Math.min(left, geometry.width - WIDTH)),
          ...(below ? { top: top + cell.height + 8 } : { bottom: geometry.height - top + 8 }),
        }}
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
