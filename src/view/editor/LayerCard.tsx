import { X } from 'lucide-react';
import { activationOf } from '../../core/activations';
import { keepRuleNames, keepRules } from '../../core/model/keep-rules';
import { limits } from '../../formats/limits';
import { removeLayer, setAlpha, setKeep, setUnits } from '../../state/choice/edits';
import { selectFrame } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { NumberField } from '../controls/NumberField';
import { Select } from '../controls/Select';
import { Guard } from '../guard/Guard';
import { later, useInTime, useLater } from '../later';
import { useActions, useStore, useWanted } from '../store';
import { ActivationSelect } from './ActivationSelect';
import styles from './Editor.module.css';

const routeSelect = later(() => import('./RouteSelect').then(({ RouteSelect }) => RouteSelect));

const regularisation = later(() => import('./Regularisation').then(({ Regularisation }) => Regularisation));

const keepOptions = keepRuleNames.map((value) => {
  const { label, says } = keepRules[value];
  return { value, label, aside: says };
});

/** What there is to choose of layer l. */
export function LayerCard({ l, keeping }: { l: number; keeping: boolean }) {
  const layer = useWanted((choice) => choice.layers[l - 1]!);
  const last = useWanted((choice) => l === choice.layers.length);
  const current = useStore((state) => selectFrame(state).step?.layer === l);
  const { edit } = useActions();
  const RouteSelect = useLater(routeSelect, keeping);
  const inTime = useInTime(regularisation);
  const isUsed = layer.batch_norm !== undefined || layer.dropout !== undefined;
  const Regularisation = useLater(regularisation, keeping && (isUsed || inTime !== undefined));
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
        {keeping && (
          <span className={styles.keep}>
            <Select
              label={`Kept by layer ${l}`}
              prefix="keeps"
              compact
              value={layer.keep}
              options={keepOptions}
              onChange={(keep) => edit(setKeep(l, keep))}
            />
          </span>
        )}
      </div>
      {RouteSelect && (
        <Guard part="What backward reads">
          <RouteSelect l={l} />
        </Guard>
      )}
      {Regularisation && (
        <Guard part="Batch norm and dropout">
          <Regularisation l={l} />
        </Guard>
      )}
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
