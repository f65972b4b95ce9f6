import { Plus } from 'lucide-react';
import { keepRuleNames, keepRules } from '../../core/keep-rules';
import { limits } from '../../formats/limits';
import { addLayer, setAllKeeps } from '../../state/edits';
import { useStore } from '../../state/store';
import { Segmented } from '../controls/Segmented';
import { DataPanel } from './DataPanel';
import styles from './Editor.module.css';
import { LayerCard } from './LayerCard';

const keepOptions = keepRuleNames.map((value) => ({ value, title: keepRules[value].says }));

const sentence = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}.`;

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
        {common ? sentence(keepRules[common].says) : 'Each layer has a rule of its own.'}
      </p>
      <div className={styles.heading}>
        <h2>Network</h2>
        <button
          type="button"
          className={styles.add}
          disabled={layers.length >= limits.layers}
          onClick={() => edit(addLayer)}
        >
          <Plus size={13} aria-hidden="true" /> Add a layer
        </button>
      </div>
      <ul className={styles.layers}>
        {layers.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number.
          <LayerCard key={i} l={i + 1} />
        ))}
      </ul>
      <DataPanel />
    </section>
  );
}
