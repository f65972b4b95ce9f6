import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { activationNames, activationOf } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { type Model, routeNames } from '../../../src/core/model/model';
import { lossNames } from '../../../src/core/operations/losses';
import { readModelFile } from '../../../src/formats/model/model-file';
import { type Choice, choiceOfFile, firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';

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

const anyLayer = fc.record({
  units: fc.integer({ min: 1, max: 7 }),
  activation: fc.constantFrom(...activationNames),
  keep: fc.constantFrom(...keepRuleNames),
  route: fc.constantFrom(undefined, ...routeNames),
});

const anyNetwork = fc.record({
  hidden: fc.array(anyLayer, { maxLength: 4 }),
  last: anyLayer,
  loss: fc.constantFrom(...lossNames),
  set: fc.constantFrom('flowers' as const, 'moons' as const, 'iris' as const),
  m: fc.integer({ min: 1, max: 20 }),
  precision: fc.constantFrom('float32' as const, 'float64' as const),
  output: fc.constantFrom(undefined, 'two_steps' as const, 'fused' as const),
  seed: fc.nat(1e6),
});

/** The activation whose outputs a loss is made for. */
const outputOf = {
  binary_cross_entropy: 'sigmoid',
  categorical_cross_entropy: 'softmax',
  mean_squared_error: undefined,
};

/** Networks of all kinds, drawn from the suite’s seed. */
export const drawnModels = (count: number): Record<string, Model> =>
  Object.fromEntries(
    fc.sample(anyNetwork, { numRuns: count }).map(({ hidden, last, loss, set, m, output, ...rest }, i) => {
      const activation = outputOf[loss] ?? last.activation;
      const layers = [...hidden, { ...last, activation, units: set === 'iris' ? 3 : 1 }].map((each) => ({
        ...each,
        alpha: activationOf(each.activation).alpha ?? 0,
      }));
      const choice: Choice = {
        ...firstChoice,
        layers,
        loss,
        ...(output && { output }),
        precision: rest.precision,
        init: { scheme: 'he', seed: rest.seed },
        data: { set, m },
      };
      return [`${i}: ${layers.map((each) => each.activation).join(', ')}`, modelOf(choice)];
    }),
  );
