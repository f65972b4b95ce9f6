import { isBuiltIn } from '../../../core/activations';
import { removeLayer } from '../../../state/choice/edits';
import { OWN } from '../../../state/shown/view';
import controls from '../../controls/controls.module.css';
import { AlphaField } from '../../editor/AlphaField';
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
      <AlphaField l={l} />
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
