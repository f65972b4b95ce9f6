import { type Activation, define, isBuiltIn, type Own } from '../../../core/activations';
import { type Edit, setActivation, setAlpha, setFormula } from '../../../state/choice/edits';
import { Select } from '../../controls/Select';
import { useActions, useWanted } from '../../store';
import styles from '../Activations.module.css';

/** What somebody wrote, and the activation that it is. */
export interface Written {
  readonly own: Own;
  readonly activation: Activation;
}

interface Props {
  readonly name: string;
  readonly written: Written | undefined;
  readonly alpha: number;
}

/** Puts the activation that is looked at into a layer of the model, and goes to it. */
export function UseIn({ name, written, alpha }: Props) {
  const layers = useWanted((choice) => choice.layers);
  const { edit, setView } = useActions();
  const put =
    (l: number): Edit =>
    (choice) => {
      if (written) return setFormula(l, name, written.own)(choice);
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
          if (written) define(written.own, written.activation);
          edit(put(Number(layer)));
          setView('step');
        }}
      />
    </span>
  );
}
