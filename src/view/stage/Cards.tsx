import type { Lane } from '../../core/frame';
import type { CacheName } from '../../core/trace';
import { selectFrame, selectModel } from '../../state/selectors';
import { useStore } from '../../state/store';
import styles from './Cards.module.css';
import { type Box, type Geometry, room } from './geometry';
import { remarkOf } from './remark';
import type { CacheTitle } from './rows';

const laneTitles: Record<Lane, string> = { forward: 'Forward →', cache: 'Cache', backward: '← Backward' };

/** The names of the lanes, along their left edge. */
export function LaneTitles({ lanes }: Pick<Geometry, 'lanes'>) {
  return (Object.keys(lanes) as Lane[]).map((lane) => (
    <h3
      key={lane}
      className={styles.lane}
      data-lane={lane}
      style={{ top: lanes[lane].y, height: lanes[lane].height, left: 0, width: room.edge + room.laneTitle }}
    >
      <span>{laneTitles[lane]}</span>
    </h3>
  ));
}

/** The card of a layer in a lane; that of the current step is marked. */
export function Card({ lane, layer, ...box }: Box & { lane: Lane; layer: number }) {
  const activation = useStore((state) => state.choice.layers[layer - 1]?.activation);
  const current = useStore((state) => {
    const { step } = selectFrame(state);
    if (!step || step.layer !== layer) return false;
    return (
      lane === { forward: 'forward', loss: 'forward', recompute: 'cache', backward: 'backward' }[step.phase]
    );
  });
  return (
    <div
      className={styles.card}
      data-lane={lane}
      data-current={current}
      data-input={layer === 0}
      style={styleOf(box)}
    >
      {lane === 'forward' && (
        <div className={styles.title}>
          <span>{layer === 0 ? 'Input' : `Layer ${layer}`}</span>
          <span className={styles.activation}>{layer === 0 ? 'X' : activation}</span>
        </div>
      )}
    </div>
  );
}

const titles: Record<CacheName, string> = {
  linear: 'linear_cache',
  activation: 'activation_cache',
  loss: 'loss',
};

/** The title of a cache, with what there is to say of it now. */
export function CacheHeading({ cache, slots, ...box }: Box & CacheTitle) {
  const remark = useStore((state) => remarkOf(selectFrame(state), selectModel(state), slots));
  return (
    <div className={styles.heading} style={styleOf(box)}>
      <code>{titles[cache]}</code>
      <span>{remark}</span>
    </div>
  );
}

const styleOf = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });
