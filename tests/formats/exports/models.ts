import { readdirSync, readFileSync } from 'node:fs';
import type { Model } from '../../../src/core/model';
import { readModelFile } from '../../../src/formats/model-file';
import { modelOf } from '../../../src/state/build';
import { type Choice, choiceOfFile, firstChoice } from '../../../src/state/choice';

const layer = (units: number, activation: string, rest: Partial<Choice['layers'][number]> = {}) => ({
  units,
  activation,
  alpha: 0,
  keep: 'Z' as const,
  ...rest,
});

/** Three networks in both precisions, and one whose way back begins at once. */
export function mutationModels(): Record<string, Model> {
  const choices: Record<string, Choice> = {
    first: firstChoice,
    'softmax over relu6 and elu': {
      ...firstChoice,
      loss: 'categorical_cross_entropy',
      data: { set: 'iris', m: 12 },
      layers: [
        layer(5, 'relu6', { keep: 'mask' }),
        layer(4, 'elu', { alpha: 1, keep: 'A' }),
        layer(3, 'softmax'),
      ],
    },
    'gelu, silu and softplus': {
      ...firstChoice,
      loss: 'mean_squared_error',
      layers: [
        layer(6, 'gelu', { keep: 'slope' }),
        layer(3, 'silu', { keep: 'none' }),
        layer(1, 'softplus', { keep: 'A' }),
      ],
    },
    fused: { ...firstChoice, output: 'fused' },
  };
  return Object.fromEntries(
    Object.entries(choices).flatMap(([name, choice]) =>
      (['float32', 'float64'] as const).map((precision) => [
        `${name}, ${precision}`,
        modelOf({ ...choice, precision }),
      ]),
    ),
  );
}

const folder = new URL('../../cases/files/', import.meta.url);

/** The models of cases in which numbers are at the end of their format, or at a kink. */
export const caseModels = (): Record<string, Model> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /^(12|15|16|27|bce)-.*\.json$/.test(name))
      .flatMap((name) => {
        const file = readModelFile(readFileSync(new URL(name, folder), 'utf8'));
        return file.ok ? [[name.replace('.json', ''), modelOf(choiceOfFile(file.value))]] : [];
      }),
  );
