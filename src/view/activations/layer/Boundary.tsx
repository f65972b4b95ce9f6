import { named } from '../../../core/model/names';
import { inWords } from '../../../explain/numbers';
import { inShare } from '../../numbers';
import { placeThing } from '../../stage/drawing/place';
import { Heatmap } from '../../stage/elements/cells/Heatmap';
import styles from '../Activations.module.css';
import type { Subject } from '../useSubject';
import { useMasks } from './useMasks';

/** The most pixels of a mask. */
const MOST = { width: 190, height: 90 };
const CELL = { width: 20, height: 16 };

interface Props {
  readonly subject: Subject;
  readonly layer: number;
}

/** g′ at 0 exactly, and what four comparisons make of relu's mask on the cells of a layer. */
export function Boundary({ subject: { name, curve }, layer }: Props) {
  const effects = useMasks(layer);
  return (
    <section className={styles.panel} aria-label="The boundary">
      <h3>The boundary: which comparison makes relu’s mask?</h3>
      <p className={styles.hint}>
        g′(0) of {name} is {inWords(curve.slope(0))}. Where g′ jumps it is what A can tell: the flat side’s.
        Here are the masks of layer {layer}, were it relu.
      </p>
      {!effects && (
        <p className={styles.hint} role="status">
          The masks of so large a layer take a moment …
        </p>
      )}
      <ul className={styles.masks}>
        {effects?.map(({ comparison, mask, open, change }) => {
          const box = {
            x: 0,
            y: 20,
            width: Math.min(MOST.width, mask.cols * CELL.width),
            height: Math.min(MOST.height, mask.rows * CELL.height),
          };
          const cells = mask.data.length;
          return (
            <li key={comparison}>
              <div className={styles.mask} style={{ height: box.height + 20, width: box.width }}>
                <Heatmap
                  id={`mask ${comparison}`}
                  thing={placeThing({
                    key: comparison,
                    spot: { lane: 'backward', tensor: named('mask', layer), layer, state: 'held' },
                    matrix: mask,
                    scale: { usual: 1, most: 1 },
                    box,
                    label: comparison,
                  })}
                />
              </div>
              <p className={styles.hint} data-off={change > 0}>
                {open} of {cells} open. dW[{layer}]{' '}
                {change === 0 ? 'as it should be' : `is off by ${inShare(change)}`}
                {open === cells && change > 0 && ': all ones, so the network is linear on the way back'}.
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
