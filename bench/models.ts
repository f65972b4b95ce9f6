import { type ActivationName, activationOf } from '../src/core/activations';
import { fromRows } from '../src/core/math/matrix';
import type { Model } from '../src/core/model/model';
import type { LossName } from '../src/core/operations/losses';
import { drawParameters } from '../src/data/parameters';
import { random } from '../src/data/random';

/** A model in float32 that keeps Z everywhere, with drawn data: X is normal, each column of Y has one 1 or is 0 or 1. */
export function modelOf(
  units: readonly number[],
  activations: readonly ActivationName[],
  loss: LossName,
  m: number,
): Model {
  const { normal, uniform } = random(1);
  const [inputs, outputs] = [units[0]!, units[units.length - 1]!];
  const labels = Array.from({ length: m }, () => Math.floor(uniform() * Math.max(outputs, 2)));
  const isOn = (row: number, label: number) => Number(outputs === 1 ? label === 1 : label === row);
  return {
    precision: 'float32',
    loss,
    layers: activations.map((activation, i) => ({
      units: units[i + 1]!,
      activation,
      alpha: activationOf(activation).alpha ?? 0,
      keep: 'Z',
    })),
    X: fromRows(
      Array.from({ length: inputs }, () => Array.from({ length: m }, normal)),
      'float32',
    ),
    Y: fromRows(
      Array.from({ length: outputs }, (_, row) => labels.map((label) => isOn(row, label))),
      'float32',
    ),
    parameters: drawParameters({ units, m }, { scheme: 'he', seed: 1 }, 'float32'),
  };
}

/** The network that the page opens on, and one of the size of a first course project, by their layer sizes. */
export const models = {
  '2-4-3-1, m = 8': modelOf([2, 4, 3, 1], ['relu', 'tanh', 'sigmoid'], 'binary_cross_entropy', 8),
  '784-256-128-10, m = 128': modelOf(
    [784, 256, 128, 10],
    ['relu', 'relu', 'softmax'],
    'categorical_cross_entropy',
    128,
  ),
};
