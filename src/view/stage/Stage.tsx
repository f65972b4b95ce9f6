import { useEffect, useMemo, useRef } from 'react';
import { frameAt } from '../../core/frame';
import { sizesOf } from '../../core/model';
import { useLook } from '../../state/look';
import { selectFrame, selectTrace } from '../../state/selectors';
import { useStore } from '../../state/store';
import type { Layout } from '../layout';
import { CacheHeading, Card, LaneTitles } from './Cards';
import { CellReadout } from './CellReadout';
import { Connectors } from './Connectors';
import { stageGeometry } from './fit';
import type { Geometry } from './geometry';
import styles from './Stage.module.css';
import { StageBar } from './StageBar';
import { Tensor } from './Tensor';

/** The height of the bar under the picture, which CSS has too. */
const BAR = 34;

/** Where everything stands for the network and the room of now. */
function useGeometry({ mode, stage: { width, height } }: Layout): Geometry {
  const trace = useStore(selectTrace);
  const numbers = useLook((state) => state.numbers);
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
  const scroller = useRef<HTMLElement>(null);
  const layer = useStore((state) => selectFrame(state).step?.layer ?? 0);

  // Where the stage is wider than its room, it follows the layer that the step belongs to.
  useEffect(() => {
    const card = geometry.cards.find((candidate) => candidate.layer === layer);
    const frame = scroller.current;
    if (!card || !frame || geometry.width <= layout.stage.width) return;
    frame.scrollTo?.({ left: card.x - (frame.clientWidth - card.width) / 2 });
  }, [geometry, layer, layout.stage.width]);

  return (
    <section className={styles.stage} aria-label="Stage">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label="Network in three lanes">
        <div className={styles.picture} style={{ width: geometry.width, height: geometry.height }}>
          <LaneTitles lanes={geometry.lanes} />
          {geometry.cards.map((card) => (
            <Card key={`${card.lane}${card.layer}`} {...card} />
          ))}
          {geometry.headings.map((heading) => (
            <CacheHeading key={`${heading.x},${heading.y}`} {...heading} />
          ))}
          {Array.from(geometry.boxes, ([key, box]) => (
            <Tensor key={key} id={key} box={box} />
          ))}
          <Connectors geometry={geometry} />
          <CellReadout geometry={geometry} />
        </div>
      </section>
      <StageBar />
    </section>
  );
}
