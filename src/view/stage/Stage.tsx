import { useMemo, useRef } from 'react';
import { selectTrace } from '../../state/selectors';
import { isAsking } from '../../state/shown/first-sight';
import { selectNotes } from '../../state/what-if/notes';
import { AsBuilt } from '../built/AsBuilt';
import { later, laterAsBuilt, useInTime, useLater } from '../later';
import { useAsking, useDisplay, useStore } from '../store';
import type { Thing } from './drawing/thing';
import { focusing } from './focusing';
import type { CardBox } from './layout/geometry';
import { OVERVIEW, type StageRoom } from './layout/stage-fit';
import { Picture } from './Picture';
import styles from './Stage.module.css';
import { Scroller } from './scroll/Scroller';
import { useFit } from './useFit';
import { useMiddle, useTold } from './useMiddle';
import { useScales } from './useScales';
import { useShownFrame } from './useShownFrame';

const layerHead = laterAsBuilt('LayerHead', () => import('./head/LayerHead'));
const beyondMarks = later('BeyondMarks', () => import('./scroll/BeyondMarks'));
const overview = later('Overview', () => import('./overview/Overview'));

interface Props extends Omit<StageRoom, 'focus'> {
  /** How much of its room something else covers from below, in CSS pixels. */
  readonly covered?: number;
  /** Whether what a layer is can be chosen on its card. */
  readonly isChoosing?: boolean;
  /** The layer on whose card something is to be chosen now, which is brought into view. */
  readonly choosing?: number | undefined;
}

/** What is chosen of a layer, in the head of its card. */
function Head(props: { of: CardBox; among: readonly CardBox[] }) {
  const LayerHead = useLater(layerHead, true);
  return <AsBuilt part={`head-${props.of.layer}`}>{LayerHead && <LayerHead {...props} />}</AsBuilt>;
}

/** The network in its three lanes: computed above, kept in the middle, read below. */
export function Stage(props: Props) {
  const { width, height, covered = 0, isChoosing = true, choosing } = props;
  const isClose = useDisplay(({ close }) => close);
  const loaded = useLater(focusing, isClose);
  const fit = useFit(props, loaded);
  const { geometry } = fit;
  const trace = useStore(selectTrace);
  const frame = useShownFrame();
  const asked = useAsking(({ layer }) => layer);
  const cover = useAsking((asking) => asking.cover);
  const middle = useMiddle(frame, asked, loaded);
  const quieten = useMemo(
    () =>
      middle && loaded && ((things: readonly Thing[]) => loaded.withAside(things, middle, geometry.boxes)),
    [middle, loaded, geometry],
  );
  const told = useTold(geometry, frame, { layer: asked, cover }, choosing, middle, loaded);
  const scales = useScales();
  const notes = useStore(selectNotes);
  const scroller = useRef<HTMLElement>(null);
  const asking = useStore(isAsking);
  const Overview = useLater(overview, fit.overview);
  const BeyondMarks = useInTime(beyondMarks);
  const scene = { trace, frame, scales, geometry, notes };
  return (
    <section className={styles.stage} aria-label="Stage" data-asking={asking}>
      <Scroller
        ref={scroller}
        label="Network in three lanes"
        className={styles.room}
        geometry={geometry}
        frame={frame}
        told={told}
        large={fit.overview}
        height={height - covered - (fit.overview ? OVERVIEW : 0)}
      >
        <Picture name="" {...scene} quieten={quieten} {...(isChoosing && { Head })} />
      </Scroller>
      {/* While something is asked, where the answer stands is not told. */}
      {BeyondMarks && !cover && <BeyondMarks {...scene} scroller={scroller} />}
      {Overview && <Overview {...scene} scroller={scroller} width={width} height={OVERVIEW} />}
    </section>
  );
}
