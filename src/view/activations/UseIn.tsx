import type { ActivationName } from '../../core/activations';
import { setActivation, setAlpha } from '../../state/edits';
import { useStore } from '../../state/store';
import { Select } from '../controls/Select';
import styles from './Activations.module.css';

/** Puts the activation that is looked at into a layer of the model, and goes to it. */
export function UseIn({ name, alpha }: { name: ActivationName; alpha: number }) {
  const layers = useStore((state) => state.choice.layers);
  const { edit, setView } = useStore.getState();
  const options = layers.map(({ activation }, i) => ({
    value: String(i + 1),
    label: `layer ${i + 1}`,
    aside: activation,
  }));
  return (
    <span className={styles.useIn}>
      <Select
        label={`Use ${name} in a layer`}
        placeholder="Use in layer …"
        value={undefined}
        options={options}
        onChange={(layer) => {
          edit(setActivation(Number(layer), name));
          edit(setAlpha(Number(layer), alpha));
          setView('step');
        }}
      />
    </span>
  );
}
