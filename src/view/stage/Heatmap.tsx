import { memo, useEffect, useRef } from 'react';
import type { Matrix } from '../../core/math/matrix';
import type { Spot } from '../../core/pass/frame';
import { usePointed } from '../../state/pointed';
import type { Note } from '../../state/what-if/notes';
import { inShort, inWords } from '../numbers';
import { TensorName } from '../TensorName';
import { painter, type ThemeName } from './colours';
import type { Box } from './geometry';
import styles from './Heatmap.module.css';
import { paintMatrix } from './paint';
import { placeInWords } from './place-words';
import { useCellPointer } from './useCellPointer';

interface Props {
  /** What its cells are known by to those who point at them. */
  readonly id: string;
  readonly place: Spot;
  readonly matrix: Matrix;
  /** Where its colours are strongest. */
  readonly magnitude: number;
  readonly theme: ThemeName;
  readonly box: Box;
  /** What is written over it, where that is not its name. */
  readonly label?: string;
  /** What changes by hand did to it. */
  readonly note?: Note | undefined;
}

/** One tensor at its place in a picture: a heatmap, and how it stands with it at this step. */
export const Heatmap = memo(function Heatmap(props: Props) {
  const { id, place, matrix, magnitude, theme, box, label, note } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pointer = useCellPointer(id, matrix);
  const { tensor, slot, state, mark, lane, layer } = place;
  const lit = usePointed((pointed) => pointed.tensor === tensor);
  const { pointAtTensor } = usePointed.getState();
  const shown = state !== 'empty';
  const { width, height } = box;

  useEffect(() => {
    if (shown && canvas.current)
      paintMatrix(canvas.current, matrix, { width, height }, painter(magnitude, theme));
  }, [shown, matrix, magnitude, theme, width, height]);

  return (
    <div
      role="img"
      aria-label={placeInWords(place, matrix, note)}
      // Its cells are walked by arrow keys, so that it takes the focus although nothing in it can be pressed.
      tabIndex={shown ? 0 : -1}
      className={styles.heatmap}
      style={{ left: box.x, top: box.y, width, height }}
      data-tensor={tensor}
      data-place={lane}
      data-slot={slot && `${slot.cache}.${slot.slot}`}
      data-layer={layer}
      data-state={state}
      data-mark={mark}
      data-lit={lit || undefined}
      data-note={note?.kind}
      onPointerOver={() => pointAtTensor(tensor)}
      onPointerOut={() => pointAtTensor(undefined)}
      onFocusCapture={() => pointAtTensor(tensor)}
      onBlurCapture={() => pointAtTensor(undefined)}
      {...(shown && pointer)}
    >
      <span className={styles.label}>
        {label ?? <TensorName of={tensor} />}
        {tensor === 'cost' && shown && ` = ${inWords(matrix.data[0]!)}`}
      </span>
      {shown && note?.by !== undefined && <span className={styles.moved}>Δ {inShort(note.by)}</span>}
      {shown && <canvas ref={canvas} className={styles.cells} />}
    </div>
  );
});
