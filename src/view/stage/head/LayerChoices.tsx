import { activationOf, isBuiltIn } from '../../../core/activations';
import { removeLayer, setAlpha } from '../../../state/choice/edits';
import { OWN } from '../../../state/view';
import controls from '../../controls/controls.module.css';
import { NumberField } from '../../controls/NumberField';
import editor from '../../editor/Editor.module.css';
import { Regularisation } from '../../editor/Regularisation';
import { RouteSelect } from '../../editor/RouteSelect';
import { useActions, useDisplayActions, useWanted } from '../../store';
import styles from './LayerChoices.module.css';

/** What there is to choose of layer l beside its units, its activation and what it keeps. */
export function LayerChoices({ l }: { l: number }) {
  const layer = useWanted((choice) => choice.layers[l - 1]);
  const last = useWanted((choice) => l === choice.layers.length);
  const { edit, explore, setView } = useActions();
  const { openSheet } = useDisplayActions();
  if (!layer) return null;
  const { activation } = layer;
  return (
    <div className={styles.choices}>
      <RouteSelect l={l} />
      <Regularisation l={l} />
      {activationOf(layer).alpha !== undefined && (
        <div className={editor.row}>
          <span className={editor.caption}>alpha</span>
          <NumberField
            label={`Alpha of layer ${l}`}
            value={layer.alpha}
            whole={false}
            onChange={(alpha) => edit(setAlpha(l, alpha))}
          />
        </div>
      )}
      <button
        type="button"
        className={controls.button}
        onClick={() => {
          openSheet(undefined);
          explore({ activation: isBuiltIn(activation) ? activation : OWN, layer: l });
          setView('activations');
        }}
      >
        Is A enough for {activation}?
      </button>
      {!last && (
        <button
          type="button"
          className={controls.button}
          onClick={() => {
            openSheet(undefined);
            edit(removeLayer(l));
          }}
        >
          Remove layer {l}
        </button>
      )}
    </div>
  );
}
