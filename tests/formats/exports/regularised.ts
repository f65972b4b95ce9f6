import { cell, largestMagnitude } from '../../../src/core/math/matrix';
import type { KeepRuleName } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import {
  type BatchNormRuleName,
  batchNormRuleNames,
  type DropoutRuleName,
  dropoutRuleNames,
} from '../../../src/core/model/regularisation';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';

interface Kinds {
  readonly norm?: BatchNormRuleName | undefined;
  readonly drop?: DropoutRuleName | undefined;
  readonly keep: KeepRuleName;
  readonly precision?: 'float32' | 'float64';
  readonly checkpoint?: number;
  readonly output?: 'fused';
  readonly given?: boolean;
}

/** Three layers of tanh, relu and sigmoid, with γ other than 1 and β other than 0. */
export function regularised({
  norm,
  drop,
  keep,
  precision = 'float64',
  checkpoint,
  output,
  given,
}: Kinds): Model {
  const batch_norm = norm && { epsilon: 1e-5, keep: norm };
  const [units, m] = [4, 7];
  const D = Array.from({ length: units }, (_, i) => Array.from({ length: m }, (_, j) => (i + j) % 2));
  const dropout = drop && { keep_prob: 0.7, keep: drop, seed: -5, ...(given && { D }) };
  const layers = (['tanh', 'relu', 'sigmoid'] as const).map((activation, i) => ({
    units: i === 2 ? 1 : units,
    activation,
    alpha: 0,
    keep,
    ...(batch_norm && { batch_norm }),
    ...(dropout && i < 2 && { dropout }),
  }));
  const model = modelOf({
    ...firstChoice,
    layers,
    precision,
    data: { set: 'moons', m },
    ...(output && { output }),
  });
  const parameters = new Map(
    Array.from(model.parameters, ([name, matrix]) => [
      name,
      /^(gamma|beta)/.test(name) ? { ...matrix, data: matrix.data.map((x, i) => x + 0.3 + i / 5) } : matrix,
    ]),
  );
  return { ...model, parameters, ...(checkpoint && { checkpoint }) };
}

/** Networks in float32 with batch norm in three layers. */
export const normedInFloat32 = (): Record<string, Model> => ({
  norm: regularised({ norm: 'normalised', keep: 'A', precision: 'float32' }),
  stages: regularised({ norm: 'all', keep: 'Z', precision: 'float32' }),
  both: regularised({ norm: 'input', drop: 'seed', keep: 'Z', precision: 'float32' }),
});

/** Of changes such as `dW1[0, 1] × 1.01` those of cells that are a twentieth of their gradient or more; none of db, which is rounding. */
export function tellingIn(changes: readonly string[], model: Model): string[] {
  const { buffers } = record(model);
  return changes.filter((change) => {
    const [, name, i, j] = /^(\w+)\[(\d+), (\d+)\]/.exec(change)!;
    const gradient = buffers.get(name!)!;
    return (
      !/^db\d/.test(name!) &&
      Math.abs(cell(gradient, Number(i), Number(j))) >= largestMagnitude(gradient) / 20
    );
  });
}

/** Batch norm and dropout under all their rules, alone and together, with what the activation keeps, and checkpoints. */
export function regularisedModels(): Record<string, Model> {
  const models: Record<string, Model> = {};
  for (const norm of [undefined, ...batchNormRuleNames])
    for (const drop of [undefined, ...dropoutRuleNames])
      for (const keep of ['Z', 'A', 'none'] as const)
        for (const checkpoint of [0, 1, 2]) {
          if (!norm && !drop) continue;
          const precision = checkpoint === 1 ? 'float32' : 'float64';
          const kinds = { norm, drop, keep, precision, checkpoint } as const;
          models[Object.values(kinds).join(' ')] = regularised(kinds);
        }
  for (const norm of batchNormRuleNames)
    models[`fused ${norm}`] = regularised({
      norm,
      drop: 'seed',
      keep: 'Z',
      output: 'fused',
      precision: 'float32',
    });
  models['given D'] = regularised({ drop: 'seed', keep: 'A', given: true });
  return models;
}
