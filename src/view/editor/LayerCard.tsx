import { X } from 'lucide-react';
import { activationOf } from '../../core/activations';
import { limits } from '../../formats/limits';
import { removeLayer, setAlpha, setUnits } from '../../state/choice/edits';
import { selectFrame } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { NumberField } from '../controls/NumberField';
import { useActions, useStore, useWanted } from '../store';
import { ActivationSelect } from './ActivationSelect';
import styles from './Editor.module.css';

/** What there is to choose of layer l where it has no card on a stage; what it keeps is not among it. */
export function LayerCard({ l }: { l: number }) {
  const layer = useWanted((choice) => choice.layers[l - 1]!);
  const last = useWanted((choice) => l === choice.layers.length);
  const current = useStore((state) => selectFrame(state).step?.layer === l);
  const { edit } = useActions();
  const hasAlpha = activationOf(layer).alpha !== undefined;
  return (
    <li className={styles.layer} data-current={current} aria-label={`Layer ${l}`}>
      <div className={styles.row}>
        <h3>Layer {l}</h3>
        <span title={last ? 'As many as the labels have rows' : undefined}>
          <NumberField
            label={`Units of layer ${l}`}
            value={layer.units}
            least={1}
            most={limits.units}
            disabled={last}
            {...(!last && {
              steps: [`One unit fewer in layer ${l}`, `One unit more in layer ${l}`] as const,
            })}
            onChange={(units) => edit(setUnits(l, units))}
          />
        </span>
        {!last && (
          <button
            type="button"
            className={controls.icon}
            aria-label={`Remove layer ${l}`}
            onClick={() => edit(removeLayer(l))}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className={styles.row}>
        <ActivationSelect l={l} />
      </div>
      {hasAlpha && (
        <div className={styles.row}>
          <span className={styles.caption}>alpha</span>
          <NumberField
            label={`Alpha of layer ${l}`}
            value={layer.alpha}
            whole={false}
            onChange={(alpha) => edit(setAlpha(l, alpha))}
          />
        </div>
      )}
    </li>
  );
}
