import { Plus } from 'lucide-react';
import { limits } from '../../formats/limits';
import { addLayer } from '../../state/choice/edits';
import { useActions, useWanted } from '../store';
import { DataPanel } from './DataPanel';
import styles from './Editor.module.css';
import { KeepSwitch } from './KeepSwitch';
import { LayerCard } from './LayerCard';

/**
 * The network and its data: everything that can be chosen of a model. What its layers keep is left out where
 * something else decides it.
 */
export function Editor({ keeping = true }: { keeping?: boolean }) {
  const count = useWanted((choice) => choice.layers.length);
  const { edit } = useActions();
  return (
    <section className={styles.editor} aria-label="Network">
      {keeping && <KeepSwitch />}
      <div className={styles.heading}>
        <h2>Network</h2>
        <button
          type="button"
          className={styles.add}
          disabled={count >= limits.layers}
          onClick={() => edit(addLayer)}
        >
          <Plus size={13} aria-hidden="true" /> Add a layer
        </button>
      </div>
      <ul className={styles.layers}>
        {Array.from({ length: count }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number.
          <LayerCard key={i} l={i + 1} keeping={keeping} />
        ))}
      </ul>
      <DataPanel />
    </section>
  );
}
