import { isBuiltIn, type Named, ownOf } from '../../core/activations';
import { type Edit, setActivation, setAlpha, setFormula } from '../../state/choice/edits';
import { Select } from '../controls/Select';
import { useActions, useWanted } from '../store';
import styles from './Activations.module.css';

/** Puts the activation that is looked at into a layer of the model, and goes to it. */
export function UseIn({ named, alpha }: { named: Named; alpha: number }) {
  const name = named.activation;
  const own = ownOf(named);
  const layers = useWanted((choice) => choice.layers);
  const { edit, setView } = useActions();
  const put =
    (l: number): Edit =>
    (choice) => {
      if (own) return setFormula(l, name, own)(choice);
      return isBuiltIn(name) ? setAlpha(l, alpha)(setActivation(l, name)(choice)) : choice;
    };
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
          edit(put(Number(layer)));
          setView('step');
        }}
      />
    </span>
  );
}
