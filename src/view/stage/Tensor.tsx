import { memo, useEffect, useRef } from 'react';
import type { Place } from '../../core/frame';
import type { Matrix } from '../../core/matrix';
import { spoken } from '../../core/names';
import { scaleKindOf } from '../../state/scales';
import { selectFrame, selectScales, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import { inWords } from '../numbers';
import { TensorName } from '../TensorName';
import { useThemeName } from '../useThemeName';
import { painter } from './colours';
import type { Box } from './geometry';
import { paintMatrix } from './paint';
import styles from './Tensor.module.css';
import { useCellPointer } from './useCellPointer';

const stateWords = { empty: 'not computed yet', held: '', freed: 'freed', unread: 'kept and never read' };

/** What a screen reader says of a heatmap: name and shape first, then where it stands and how. */
function nameOf({ tensor, slot, state, mark }: Place, { rows, cols }: Matrix): string {
  const where = slot && `in ${slot.cache === 'loss' ? 'the loss cache' : `${slot.cache}_cache`}`;
  const doing = mark && { read: 'being read', write: 'being written' }[mark];
  return [`${spoken(tensor)}, ${rows} by ${cols}`, where, stateWords[state], doing]
    .filter(Boolean)
    .join(', ');
}

/** One tensor at its place on the stage: a heatmap, and how it stands with it at this step. */
export const Tensor = memo(function Tensor({ id, box }: { id: string; box: Box }) {
  const place = useStore((state) => selectFrame(state).places.get(id));
  const matrix = useStore((state) => place && selectTrace(state).buffers.get(place.tensor));
  const magnitude = useStore((state) => (place ? selectScales(state)[scaleKindOf(place.tensor)] : 0));
  const theme = useThemeName();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pointer = useCellPointer(id, matrix);
  const shown = place !== undefined && place.state !== 'empty';
  const { width, height } = box;

  useEffect(() => {
    if (shown && matrix && canvas.current)
      paintMatrix(canvas.current, matrix, { width, height }, painter(magnitude, theme));
  }, [shown, matrix, magnitude, theme, width, height]);

  if (!place || !matrix) return null;
  const { tensor, slot, state, mark, lane, layer } = place;
  return (
    <div
      role="img"
      aria-label={nameOf(place, matrix)}
      // Its cells are walked by arrow keys, so that it takes the focus although nothing in it can be pressed.
      tabIndex={shown ? 0 : -1}
      className={styles.tensor}
      style={{ left: box.x, top: box.y, width, height }}
      data-tensor={tensor}
      data-place={lane}
      data-slot={slot && `${slot.cache}.${slot.slot}`}
      data-layer={layer}
      data-state={state}
      data-mark={mark}
      {...(shown && pointer)}
    >
      <span className={styles.label}>
        <TensorName of={tensor} />
        {tensor === 'cost' && shown && ` = ${inWords(matrix.data[0]!)}`}
      </span>
      {shown && <canvas ref={canvas} className={styles.cells} />}
    </div>
  );
});
