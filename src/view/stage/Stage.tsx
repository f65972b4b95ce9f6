import { useMemo } from 'react';
import { sizesOf } from '../../core/model/model';
import { frameAt } from '../../core/pass/frame';
import { selectTrace } from '../../state/selectors';
import { selectNotes } from '../../state/what-if/notes';
import type { Layout } from '../layout';
import { useDisplay, useStore } from '../store';
import { stageGeometry } from './layout/fit';
import type { Geometry } from './layout/geometry';
import { Picture } from './Picture';
import { Scroller } from './Scroller';
import styles from './Stage.module.css';
import { StageBar } from './StageBar';
import { useScales } from './useScales';
import { useShownFrame } from './useShownFrame';

/** The height of the bar under the picture, which CSS has too. */
const BAR = 34;

/** Where everything stands for the network and the room of now. */
function useGeometry({ mode, stage: { width, height } }: Layout): Geometry {
  const trace = useStore(selectTrace);
  const numbers = useDisplay((state) => state.numbers);
  return useMemo(
    () =>
      stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), {
        width,
        height: height - BAR,
        fit: mode === 'narrow' ? 'layer' : 'network',
        numbers,
      }),
    [trace, width, height, mode, numbers],
  );
}

/** The network in its three lanes: computed above, kept in the middle, read below. */
export function Stage({ layout }: { layout: Layout }) {
  const geometry = useGeometry(layout);
  const trace = useStore(selectTrace);
  const frame = useShownFrame();
  const scales = useScales();
  const notes = useStore(selectNotes);
  return (
    <section className={styles.stage} aria-label="Stage">
      <Scroller label="Network in three lanes" className={styles.room} geometry={geometry} step={frame.step}>
        <Picture name="" trace={trace} frame={frame} scales={scales} geometry={geometry} notes={notes} />
      </Scroller>
      <StageBar />
    </section>
  );
}
