import { type ActivationName, activationOf } from '../../../src/core/activations';
import type { Model } from '../../../src/core/model/model';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';

/** A layer of an activation, with its usual alpha. */
export const layerOf = (activation: ActivationName, units = 4) => ({
  units,
  activation,
  alpha: activationOf(activation).alpha ?? 0,
  keep: 'Z' as const,
});

/** Two layers of an activation and a linear one. */
export const threeLayers = (activation: ActivationName): Model =>
  modelOf({
    ...firstChoice,
    precision: 'float64',
    loss: 'mean_squared_error',
    layers: [layerOf(activation), layerOf(activation), layerOf('linear', 1)],
  });
