import { useMemo } from 'react';
import { activationNames, activationOf, isBuiltIn } from '../../core/activations';
import type { Layer } from '../../core/model';
import { setActivation, setFormula } from '../../state/edits';
import { useStore } from '../../state/store';
import { OWN } from '../../state/view';
import { Select } from '../controls/Select';
import { Curve } from './Curve';

const builtIn = activationNames.map((value) => ({
  value,
  aside: <Curve of={{ activation: value }} alpha={activationOf(value).alpha ?? 0} />,
}));

/** How a formula stands among the names of activations, which have no such sign. */
const ownValue = (formula: string) => `= ${formula}`;

/** Leads to where a formula can be written. */
const WRITE = 'your own…';

/** Gives layer l what was picked: an activation of the record, a formula of the model, or a new one. */
function pick(l: number, value: string, own: readonly Layer[]): void {
  const { edit, explore, setView } = useStore.getState();
  const written = own.find(({ formula }) => ownValue(formula!) === value);
  if (written) edit(setFormula(l, written.activation, written.formula!));
  else if (isBuiltIn(value)) edit(setActivation(l, value));
  else {
    explore({ activation: OWN, layer: l });
    setView('activations');
  }
}

/** The layers of a model whose activations are formulas, one for each formula. */
const withFormulas = (layers: readonly Layer[]): Layer[] =>
  layers.filter(
    ({ formula }, i) => formula !== undefined && layers.findIndex((other) => other.formula === formula) === i,
  );

/** The activation of layer l: one of the record, a formula that stands in the model, or the way to write one. */
export function ActivationSelect({ l }: { l: number }) {
  const layers = useStore((state) => state.choice.layers);
  const own = useMemo(() => withFormulas(layers), [layers]);
  const options = useMemo(
    () => [
      ...builtIn,
      ...own.map(({ activation, formula }) => ({
        value: ownValue(formula!),
        label: activation,
        aside: <Curve of={{ activation, formula: formula! }} alpha={0} />,
      })),
      { value: WRITE },
    ],
    [own],
  );
  const { activation, formula } = layers[l - 1]!;
  return (
    <Select
      label={`Activation of layer ${l}`}
      compact
      value={formula === undefined ? activation : ownValue(formula)}
      options={options}
      onChange={(value) => pick(l, value, own)}
    />
  );
}
