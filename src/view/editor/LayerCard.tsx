import { X } from 'lucide-react';
import { removeLayer } from '../../state/choice/edits';
import { selectFrame } from '../../state/selectors';
import controls from '../controls/controls.module.css';
import { useActions, useStore, useWanted } from '../store';
import { ActivationSelect } from './ActivationSelect';
import { AlphaField } from './AlphaField';
import styles from './Editor.module.css';
import { UnitsField } from './UnitsField';

/** What there is to choose of layer l where it has no card on a stage; what it keeps is not among it. */
export function LayerCard({ l }: { l: number }) {
  const last = useWanted((choice) => l === choice.layers.length);
  const current = useStore((state) => selectFrame(state).step?.layer === l);
  const { edit } = useActions();
  return (
    <li className={styles.layer} data-current={current} aria-label={`Layer ${l}`}>
      <div className={styles.row}>
        <h3>Layer {l}</h3>
        <span title={last ? 'As many as the labels have rows' : undefined}>
          <UnitsField l={l} />
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
      <AlphaField l={l} />
    </li>
  );
}
