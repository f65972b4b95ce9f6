import { activationNames } from '../../core/activations';
import { keepRuleNames } from '../../core/keep-rules';
import { lossNames } from '../../core/losses';
import { isRaw, type Raw } from './raw';
import { spelt } from './spelling';

/** Activations, keep rules, loss and precision by the names that our files have for them. */
export function withSpelling(file: Raw, tell: (sentence: string) => void): Raw {
  const read = (object: Raw, path: string, member: string, names: readonly string[]): Raw => {
    const name = spelt(object[member], names);
    if (name === object[member]) return object;
    tell(`${path}${member}: ${JSON.stringify(object[member])} is read as ${name}.`);
    return { ...object, [member]: name };
  };
  const layers = Array.isArray(file.layers)
    ? file.layers.map((layer: unknown, i) =>
        isRaw(layer)
          ? read(
              read(layer, `layers[${i}].`, 'activation', activationNames),
              `layers[${i}].`,
              'keep',
              keepRuleNames,
            )
          : layer,
      )
    : file.layers;
  const named = read(file, '', 'loss', lossNames);
  return { ...read(named, '', 'precision', ['float32', 'float64']), ...(layers !== undefined && { layers }) };
}
