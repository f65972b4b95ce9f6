import type { ActivationName } from '../../core/activations';
import { activationOf } from '../../core/activations';
import { fromRows, type Matrix } from '../../core/math/matrix';
import type { Model } from '../../core/model/model';
import { drawParameters } from '../../data/parameters';
import { random } from '../../data/random';

/** The size of what is timed: so many equal layers, each `units` by `units`, on `m` examples. */
export interface Size {
  readonly layers: number;
  readonly units: number;
  readonly m: number;
}

const SEED = 1;

/** The stream of the seed that X and Y are drawn from; parameters use those of their layers. */
const DATA_STREAM = 0;

/** A network of equal layers of one activation in float32, with numbers drawn anew: what rules are timed on. */
export function subjectOf(activation: ActivationName, { layers, units, m }: Size): Model {
  const { normal } = random(SEED, DATA_STREAM);
  const draw = (): Matrix =>
    fromRows(
      Array.from({ length: units }, () => Array.from({ length: m }, normal)),
      'float32',
    );
  const alpha = activationOf(activation).alpha ?? 0;
  const sizes = { units: Array.from({ length: layers + 1 }, () => units), m };
  return {
    precision: 'float32',
    layers: Array.from({ length: layers }, () => ({ units, activation, alpha, keep: 'Z' as const })),
    loss: 'mean_squared_error',
    X: draw(),
    Y: draw(),
    parameters: drawParameters(sizes, { scheme: 'xavier', seed: SEED }, 'float32'),
  };
}
