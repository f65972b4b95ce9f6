import { Plus } from 'lucide-react';
import { keepRuleNames, keepRules } from '../../core/keep-rules';
import { limits } from '../../formats/limits';
import { addLayer, setAllKeeps } from '../../state/edits';
import { useStore } from '../../state/store';
import { Segmented } from '../controls/Segmented';
import controls from '../controls/controls.module.css';
import { DataPanel } from './DataPanel';
import styles from './Editor.module.css';
import { LayerCard } from './LayerCard';

const keepOptions = keepRuleNames.map((value) => ({ value, title: keepRules[value].says }));

/** The network, its data, and what its layers keep: everything that can be chosen of a model. */
export function Editor() {
  const layers = useStore((state) => state.choice.layers);
  const { edit } = useStore.getState();
  const first = layers[0]!.keep;
  const common = layers.every(({ keep }) => keep === first) ? first : undefined;
  return (
    <section className={styles.editor} aria-label="Network">
      <h2>What each layer keeps</h2>
      <Segmented
        label="Kept by all layers"
        value={common}
        options={keepOptions}
        onChange={(keep) => edit(setAllKeeps(keep))}
      />
      <p className={styles.hint}>
        <code>activation_cache</code> keeps {common ? keepRules[common].says : 'something else in each layer'}.
      </p>
      <h2>Network</h2>
      <ul className={styles.layers}>
        {layers.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number.
          <LayerCard key={i} l={i + 1} />
        ))}
      </ul>
      <button
        type="button"
        className={controls.button}
        disabled={layers.length >= limits.layers}
        onClick={() => edit(addLayer)}
      >
        <Plus size={14} aria-hidden="true" /> Add a layer
      </button>
      <DataPanel />
    </section>
  );
}
