import { activationOf } from '../../core/activations';
import { setAlpha } from '../../state/choice/edits';
import { NumberField } from '../controls/NumberField';
import { useActions, useWanted } from '../store';
import styles from './Editor.module.css';

/** The parameter of the activation of layer l, where it has one. */
export function AlphaField({ l }: { l: number }) {
  const layer = useWanted((choice) => choice.layers[l - 1]);
  const { edit } = useActions();
  if (!layer || activationOf(layer).alpha === undefined) return null;
  return (
    <div className={styles.row}>
      <span className={styles.caption}>alpha</span>
      <NumberField
        label={`Alpha of layer ${l}`}
        value={layer.alpha}
        whole={false}
        onChange={(alpha) => edit(setAlpha(l, alpha))}
      />
    </div>
  );
}
