import { useMemo } from 'react';
import { activationNames, activationOf, isBuiltIn, type Own } from '../../core/activations';
import type { Layer } from '../../core/model/model';
import { setActivation, setFormula } from '../../state/choice/edits';
import { OWN } from '../../state/shown/view';
import { Select } from '../controls/Select';
import { useActions, useWanted } from '../store';
import { Curve } from './Curve';

const builtIn = activationNames.map((value) => ({
  value,
  aside: <Curve of={{ activation: value }} alpha={activationOf(value).alpha ?? 0} />,
}));

/** How a formula stands among the names of activations, which have no such sign. */
const ownValue = ({ formula, slope, slopeFromA }: Own) =>
  `= ${[formula, slope, slopeFromA].map((part) => part ?? '').join(' ; ')}`;

/** The same for a layer; undefined for an activation of the record. */
const ownValueOf = ({ own }: Layer): string | undefined => own && ownValue(own);

/** Leads to where a formula can be written. */
const WRITE = 'your own…';

/** Gives layer l what was picked: an activation of the record, a formula of the model, or a new one. */
function usePick(l: number, own: readonly Layer[]): (value: string) => void {
  const { edit, explore, setView } = useActions();
  return (value) => {
    const written = own.find((layer) => ownValueOf(layer) === value);
    if (written?.own) edit(setFormula(l, written.activation, written.own));
    else if (isBuiltIn(value)) edit(setActivation(l, value));
    else {
      explore({ activation: OWN, layer: l });
      setView('activations');
    }
  };
}

/** The layers of a model whose activations are formulas, one for each. */
const withFormulas = (layers: readonly Layer[]): Layer[] =>
  layers.filter((layer, i) => {
    const value = ownValueOf(layer);
    return value !== undefined && layers.findIndex((other) => ownValueOf(other) === value) === i;
  });

/** The activation of layer l: one of the record, a formula that stands in the model, or the way to write one. */
export function ActivationSelect({ l }: { l: number }) {
  const layers = useWanted((choice) => choice.layers);
  const own = useMemo(() => withFormulas(layers), [layers]);
  const options = useMemo(
    () => [
      ...builtIn,
      ...own.map((layer) => ({
        value: ownValueOf(layer)!,
        label: layer.activation,
        aside: <Curve of={layer} alpha={0} />,
      })),
      { value: WRITE },
    ],
    [own],
  );
  const layer = layers[l - 1]!;
  const pick = usePick(l, own);
  return (
    <Select
      label={`Activation of layer ${l}`}
      compact
      value={ownValueOf(layer) ?? layer.activation}
      options={options}
      onChange={pick}
    />
  );
}
