import { X } from 'lucide-react';
import { useMemo } from 'react';
import { activationNames, activationOf, isBuiltIn } from '../../core/activations';
import { keepRuleNames, keepRules } from '../../core/keep-rules';
import type { Layer } from '../../core/model';
import { limits } from '../../formats/limits';
import { removeLayer, setActivation, setAlpha, setFormula, setKeep, setUnits } from '../../state/edits';
import { selectFrame } from '../../state/selectors';
import { useStore } from '../../state/store';
import { OWN } from '../../state/view';
import { NumberField } from '../controls/NumberField';
import { Select } from '../controls/Select';
import { Curve } from './Curve';
import styles from './Editor.module.css';

const keepOptions = keepRuleNames.map((value) => ({ value, aside: keepRules[value].says }));

const activationOptions = activationNames.map((value) => ({
  value,
  aside: <Curve of={{ activation: value }} alpha={activationOf(value).alpha ?? 0} />,
}));

/** How a formula stands among the names of activations, which have no such sign. */
const ownValue = (formula: string) => `= ${formula}`;

/** Leads to where a formula can be written. */
const WRITE = 'your own…';

/** Gives layer l what was picked: an activation of the record, a formula of the model, or a new one. */
function pick(l: number, value: string, own: readonly Layer[]): void {
  const { edit, explore, setView } = useStore.getState();
  const written = own.find(({ formula }) => ownValue(formula!) === value);
  if (written) edit(setFormula(l, written.activation, written.formula!));
  else if (isBuiltIn(value)) edit(setActivation(l, value));
  else {
    explore({ activation: OWN, layer: l });
    setView('activations');
  }
}

/** The layers of a model whose activations are formulas, one for each formula. */
const withFormulas = (layers: readonly Layer[]): Layer[] =>
  layers.filter(
    ({ formula }, i) => formula !== undefined && layers.findIndex((other) => other.formula === formula) === i,
  );

/** What there is to choose of layer l. */
export function LayerCard({ l, keeping }: { l: number; keeping: boolean }) {
  const layer = useStore((state) => state.choice.layers[l - 1]!);
  const last = useStore((state) => l === state.choice.layers.length);
  const current = useStore((state) => selectFrame(state).step?.layer === l);
  const { edit } = useStore.getState();
  const layers = useStore((state) => state.choice.layers);
  const own = useMemo(() => withFormulas(layers), [layers]);
  const options = useMemo(
    () => [
      ...activationOptions,
      ...own.map(({ activation, formula }) => ({
        value: ownValue(formula!),
        label: activation,
        aside: <Curve of={{ activation, formula: formula! }} alpha={0} />,
      })),
      { value: WRITE },
    ],
    [own],
  );
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
            className={styles.remove}
            aria-label={`Remove layer ${l}`}
            onClick={() => edit(removeLayer(l))}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className={styles.row}>
        <Select
          label={`Activation of layer ${l}`}
          compact
          value={layer.formula === undefined ? layer.activation : ownValue(layer.formula)}
          options={options}
          onChange={(value) => pick(l, value, own)}
        />
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
