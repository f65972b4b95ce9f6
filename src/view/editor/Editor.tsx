import { Plus } from 'lucide-react';
import { limits } from '../../formats/limits';
import { addLayer } from '../../state/choice/edits';
import { useActions, useWanted } from '../store';
import { DataPanel } from './DataPanel';
import styles from './Editor.module.css';
import { LayerCard } from './LayerCard';

interface Props {
  /** Whether it has the layers, where they have no cards on a stage. */
  readonly layers?: boolean;
  /** Whether layers can be added here: where there is no rail for it. */
  readonly adds?: boolean;
}

/** The network and its data. */
export function Editor({ layers = false, adds = false }: Props) {
  const count = useWanted((choice) => choice.layers.length);
  const { edit } = useActions();
  return (
    <section className={styles.editor} aria-label="Network">
      {adds && (
        <button
          type="button"
          className={styles.add}
          disabled={count >= limits.layers}
          onClick={() => edit(addLayer)}
        >
          <Plus size={13} aria-hidden="true" /> Add a layer
        </button>
      )}
      {layers && (
        <ul className={styles.layers}>
          {Array.from({ length: count }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number.
            <LayerCard key={i} l={i + 1} />
          ))}
        </ul>
      )}
      <DataPanel />
    </section>
  );
}
