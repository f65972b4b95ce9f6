import { lossFusedWith } from '../../core/operations/losses';
import { isRaw, type Raw } from './raw';

/** A file with what it leaves out and what can be told without it: what it is, its precision and its loss. */
export function withDefaults(file: Raw, tell: (sentence: string) => void): Raw {
  const { layers } = file;
  if (!Array.isArray(layers) || file.X === undefined) return file;
  const last: unknown = layers[layers.length - 1];
  const loss = (isRaw(last) && lossFusedWith(last.activation)) || 'mean_squared_error';
  if (file.precision === undefined) tell('No precision is given: numbers are float64, as NumPy takes them.');
  if (file.loss === undefined)
    tell(`No loss is given: ${loss.replaceAll('_', ' ')} is taken, which goes with the last layer.`);
  return { format: 'cacheback-model', version: 1, precision: 'float64', loss, ...file };
}
