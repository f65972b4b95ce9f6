import type { RefObject } from 'react';
import { cell as cellOf } from '../../../../core/math/matrix';
import { spoken } from '../../../../core/model/names';
import type { Frame } from '../../../../core/pass/frames/frame';
import type { Trace } from '../../../../core/pass/trace';
import { inWords } from '../../../../explain/numbers';
import { usePointing } from '../../../store';
import type { Point } from '../../drawing/lines/path';
import { bufferNote, twinsOf } from '../../drawing/twins';
import type { Box, Geometry } from '../../layout/geometry';
import { seenOf } from '../../scroll/seen';
import { slotTags } from '../../words/bytes';
import styles from './CellReadout.module.css';

/** How wide the readout is at most, to keep it on the stage. */
const WIDTH = 244;

/** How high it is, and with a note; how far it stays from the box: over its name, under a button that hangs there, or beside it. */
const [HEIGHT, NOTED, NAME, UNDER, BESIDE] = [32, 66, 22, 24, 12];

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Props {
  /** The picture's name, with which the places of its cells begin. */
  readonly name: string;
  readonly trace: Trace;
  readonly frame: Frame;
  readonly geometry: Geometry;
  /** What the picture is in, of which its frame may show a part. */
  readonly picture: RefObject<HTMLElement | null>;
}

/** The value of the cell that is pointed at, beside the cell. */
export function CellReadout({ name, trace, frame, geometry, picture }: Props) {
  const pointed = usePointing((state) => (state.cell?.place.startsWith(name) ? state.cell : undefined));
  const key = pointed?.place.slice(name.length) ?? '';
  const place = frame.places.get(key);
  const tensor = place?.tensor;
  const matrix = place?.value.matrix;
  const box = geometry.boxes.get(key);
  const there =
    pointed && place && tensor && box && matrix && pointed.row < matrix.rows && pointed.col < matrix.cols;
  if (!there) return null;
  const twins = twinsOf(frame).flatMap((pair) =>
    pair.includes(key) ? pair.filter((one) => one !== key) : [],
  );
  const note = bufferNote(place, twins.length > 0) ?? slotTags(place, trace, frame.index)[0];
  const cell = { width: box.width / matrix.cols, height: box.height / matrix.rows };
  const left = box.x + pointed.col * cell.width;
  const top = box.y + pointed.row * cell.height;
  // What the step reads and makes, and the other slot of the same buffer, are to be compared with it.
  const marked = Array.from(frame.places).flatMap(([other, { mark }]) =>
    mark && other !== key ? [other] : [],
  );
  const clear = [...twins, ...marked].flatMap((other) => geometry.boxes.get(other) ?? []);
  const height = note ? NOTED : HEIGHT;
  // Nothing else moves while a cell is pointed at, so that to ask for what is seen has nothing laid out anew.
  const view = picture.current?.parentElement;
  const seen = view ? seenOf(view) : { x: 0, y: 0, ...geometry };
  const inSight = ({ x, y }: Point): Point => ({
    x: Math.max(seen.x + 4, Math.min(x, seen.x + seen.width - WIDTH)),
    y: Math.max(seen.y + 4, Math.min(y, seen.y + seen.height - height - 4)),
  });
  const isFree = (point: Point) =>
    inSight(point).x === point.x &&
    inSight(point).y === point.y &&
    clear.every((other) => !meets({ ...point, width: WIDTH, height }, other));
  const { x } = inSight({ x: left, y: top });
  const over = { x, y: box.y - NAME - height };
  const under = { x, y: box.y + box.height + UNDER };
  const right = { x: box.x + box.width + BESIDE, y: top };
  const at = [over, under, right, { x: box.x - BESIDE - WIDTH, y: top }].find(isFree) ?? inSight(under);
  return (
    <>
      <div className={styles.cell} style={{ left, top, ...cell }} aria-hidden="true" />
      <div
        className={styles.readout}
        style={
          at === over ? { left: at.x, bottom: geometry.height - at.y - height } : { left: at.x, top: at.y }
        }
      >
        <strong>{inWords(cellOf(matrix, pointed.row, pointed.col))}</strong>
        <span>
          {spoken(tensor)} row {pointed.row + 1}, column {pointed.col + 1}
        </span>
        {note && <span className={styles.note}>{note}</span>}
      </div>
    </>
  );
}
