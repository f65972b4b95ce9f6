import { activationNames } from '../../core/activations';
import { keepRuleNames } from '../../core/model/keep-rules';
import { outputNames, routeNames } from '../../core/model/model';
import { lossNames } from '../../core/operations/losses';
import { isRaw, type Raw } from './raw';
import { spelt } from './spelling';

/** The members of a layer, and those of a file, that are names, with the names that there are. */
const ofLayer = { activation: activationNames, keep: keepRuleNames, route: routeNames };
const ofFile = { loss: lossNames, output: outputNames, precision: ['float32', 'float64'] };

/** Activations, keep rules, loss and their like by the names that our files have for them. */
export function withSpelling(file: Raw, tell: (sentence: string) => void): Raw {
  const read = (object: Raw, path: string, members: Readonly<Record<string, readonly string[]>>): Raw => {
    const changed = Object.entries(members).flatMap(([member, names]) => {
      const name = spelt(object[member], names);
      if (name === object[member]) return [];
      tell(`${path}${member}: ${JSON.stringify(object[member])} is read as ${name}.`);
      return [[member, name] as const];
    });
    return { ...object, ...Object.fromEntries(changed) };
  };
  const { layers } = file;
  const spelled = read(file, '', ofFile);
  if (!Array.isArray(layers)) return spelled;
  return {
    ...spelled,
    layers: layers.map((layer: unknown, i) => (isRaw(layer) ? read(layer, `layers[${i}].`, ofLayer) : layer)),
  };
}
