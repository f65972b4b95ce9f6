import { limits } from '../../formats/limits';
import { setUnits } from '../../state/choice/edits';
import { NumberField } from '../controls/NumberField';
import { useActions, useWanted } from '../store';

/**
 * How many units layer l has; the last has as many as the labels have rows. `steps` gives it buttons for one more and
 * one less.
 */
export function UnitsField({ l, steps = true }: { l: number; steps?: boolean }) {
  const units = useWanted((choice) => choice.layers[l - 1]?.units);
  const isLast = useWanted((choice) => l === choice.layers.length);
  const { edit } = useActions();
  if (units === undefined) return null;
  return (
    <NumberField
      label={`Units of layer ${l}`}
      value={units}
      least={1}
      most={limits.units}
      disabled={isLast}
      {...(!isLast &&
        steps && { steps: [`One unit fewer in layer ${l}`, `One unit more in layer ${l}`] as const })}
      onChange={(next) => edit(setUnits(l, next))}
    />
  );
}
