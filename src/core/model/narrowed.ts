import { zeros } from '../math/matrix';
import type { Model } from './model';

/** A model with one input, one unit in each layer and one example: it does the same steps, whatever their numbers are. */
export function narrowed(model: Model): Model {
  const one = zeros(1, 1, model.precision);
  return {
    ...model,
    layers: model.layers.map((layer) => ({ ...layer, units: 1 })),
    X: one,
    Y: one,
    parameters: new Map(Array.from(model.parameters.keys(), (name) => [name, one])),
  };
}
