import { isBuiltIn } from '../../core/activations';
import type { Model } from '../../core/model/model';
import type { Frame } from '../../core/pass/frame';
import type { Step } from '../../core/pass/trace';
import { useStore } from '../../state/store';
import { OWN } from '../../state/view';
import styles from './Cards.module.css';
import type { Box, CardBox, LaneBox } from './geometry';
import { laneOfPhase, laneTitles } from './lanes';
import { headingWords } from './remark';
import type { CacheTitle } from './rows';

const styleOf = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });

/** The name of a lane, along its left edge. */
export const LaneTitle = ({ lane, tampered, ...box }: LaneBox & { tampered: boolean }) => (
  <h2 className={styles.lane} data-lane={lane} style={styleOf(box)}>
    <span>
      {laneTitles[lane]}
      {lane === 'cache' && tampered && <em>, tampered with</em>}
    </span>
  </h2>
);

/** Goes from a layer's card to its activation, with the layer's cells on the curve. */
function lookAt(activation: string, layer: number): void {
  const { explore, setView } = useStore.getState();
  explore({ activation: isBuiltIn(activation) ? activation : OWN, layer });
  setView('activations');
}

interface CardProps extends CardBox {
  /** None for the input. */
  readonly activation: string | undefined;
  readonly step: Step | undefined;
}

/** The card of a layer in a lane; that of the current step is marked. */
export function Card({ lane, layer, activation, step, ...box }: CardProps) {
  const current = step?.layer === layer && laneOfPhase[step.phase] === lane;
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
          {activation === undefined ? (
            <span className={styles.activation}>X</span>
          ) : (
            <button
              type="button"
              className={styles.activation}
              title={`Is A enough for ${activation}?`}
              onClick={() => lookAt(activation, layer)}
            >
              {activation}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

interface HeadingProps extends Box, CacheTitle {
  readonly frame: Frame;
  readonly model: Model;
}

/** The title of a cache, with what there is to say of it now. */
export function CacheHeading({ cache, slots, frame, model, ...box }: HeadingProps) {
  const { title, remark } = headingWords(frame, model, { cache, slots }, box.width);
  return (
    <div className={styles.heading} style={styleOf(box)}>
      <code>{title}</code>
      <span>{remark}</span>
    </div>
  );
}
