import fc from 'fast-check';
import { type ActivationName, activationNames, activationOf } from '../../src/core/activations';
import { fromRows, type Matrix, map, type Precision } from '../../src/core/math/matrix';
import { type KeepRuleName, keepRuleNames } from '../../src/core/model/keep-rules';
import {
  type Layer,
  labelsFuse,
  type Model,
  type OutputName,
  outputNames,
  routeNames,
} from '../../src/core/model/model';
import { batchNormRuleNames, dropoutRuleNames } from '../../src/core/model/regularisation';
import { type LossName, losses, lossNames } from '../../src/core/operations/losses';
import { random } from '../../src/data/random';

/** A network in a few words; what is left out is plain. */
export interface Plan {
  readonly inputs?: number;
  readonly layers: readonly (Pick<Layer, 'activation'> & Partial<Layer>)[];
  readonly loss?: LossName;
  readonly output?: OutputName;
  readonly m?: number;
  readonly precision?: Precision;
  readonly seed?: number;
}

/**
 * The model of a plan. Its numbers come from the seed and are so small that most Z stay where no activation
 * saturates. Labels are quarters from 0 to 1, which every loss can take.
 */
export function modelFrom(plan: Plan): Model {
  const { inputs = 3, loss = 'mean_squared_error', output, m = 5, precision = 'float64', seed = 1 } = plan;
  const { uniform } = random(seed);
  const draw = (rows: number, cols: number, number: () => number): Matrix =>
    fromRows(
      Array.from({ length: rows }, () => Array.from({ length: cols }, number)),
      precision,
    );
  const within = (size: number) => () => size * (2 * uniform() - 1);
  const layers = plan.layers.map((layer): Layer => {
    const alpha = activationOf(layer.activation).alpha ?? 0;
    return { units: 2, alpha, keep: 'Z', ...layer };
  });
  const parameters = new Map<string, Matrix>();
  layers.forEach(({ units }, i) => {
    const before = layers[i - 1]?.units ?? inputs;
    parameters.set(`W${i + 1}`, draw(units, before, within(1 / Math.sqrt(before))));
    parameters.set(`b${i + 1}`, draw(units, 1, within(0.5)));
    if (!layers[i]!.batch_norm) return;
    parameters.set(
      `gamma${i + 1}`,
      draw(units, 1, () => 1 + within(0.5)()),
    );
    parameters.set(`beta${i + 1}`, draw(units, 1, within(0.5)));
  });
  const X = draw(inputs, m, within(1.5));
  const Y = draw(layers.at(-1)!.units, m, () => Math.round(4 * uniform()) / 4);
  const begins = output && labelsFuse({ loss, Y }) && { output };
  return { precision, layers, loss, ...begins, X, Y, parameters };
}

/** The same model with one keep rule on all layers. */
export const keeping = (model: Model, keep: KeepRuleName): Model => ({
  ...model,
  layers: model.layers.map((layer) => ({ ...layer, keep })),
});

/** z from −6 to 6 in steps of 1/32, as a row; the kinks of all activations are among them. */
export const gridOfZ: Matrix = fromRows([Array.from({ length: 385 }, (_, j) => (j - 192) / 32)], 'float64');

/** Whether a loss has a finite value for whatever an activation gives. */
export function fits(loss: LossName, activation: ActivationName): boolean {
  const { forward, alpha = 0 } = activationOf(activation);
  const z = Array.from(gridOfZ.data);
  const A = forward(fromRows([z, z.map((x) => -x)], 'float64'), alpha);
  return [0, 1].every((y) =>
    Number.isFinite(
      losses[loss].cost(
        A,
        map(A, () => y),
      ),
    ),
  );
}

/** Parameters to try an activation with: its usual one, and some with which a route may be lost. */
export const alphasOf = (name: ActivationName): readonly number[] => {
  const usual = activationOf(name).alpha;
  return usual === undefined ? [0] : [usual, 0.3, 1.7, -0.5];
};

const sizes = fc.integer({ min: 1, max: 5 });

const arbitraryLayer = (...names: readonly ActivationName[]): fc.Arbitrary<Layer> =>
  fc.constantFrom(...names).chain((activation) =>
    fc.record({
      units: sizes,
      activation: fc.constant(activation),
      alpha: fc.constantFrom(...alphasOf(activation)),
      keep: fc.constantFrom(...keepRuleNames),
      route: fc.constantFrom(undefined, ...routeNames),
    }),
  );

const arbitraryModel = (layers: fc.Arbitrary<readonly Layer[]>, ...losses: readonly LossName[]) =>
  fc
    .record({
      inputs: sizes,
      layers,
      loss: fc.constantFrom(...losses),
      output: fc.constantFrom(...outputNames),
      m: fc.integer({ min: 1, max: 17 }),
      seed: fc.nat(),
    })
    .map(modelFrom);

/** Networks in which an activation stands in every layer; only where the loss does not fit it, not in the last. */
export function networksOf(activation: ActivationName, loss: LossName): fc.Arbitrary<Model> {
  const last = fits(loss, activation) ? activation : activationNames.find((name) => fits(loss, name))!;
  const hidden = fc.array(arbitraryLayer(activation), {
    minLength: last === activation ? 0 : 1,
    maxLength: 2,
  });
  return arbitraryModel(
    fc.tuple(hidden, arbitraryLayer(last)).map(([layers, output]) => [...layers, output]),
    loss,
  );
}

/** A layer with batch norm or without, and with dropout or without; the last layer of a network drops nothing out. */
const regularisedLayer: fc.Arbitrary<Layer> = fc
  .record({
    layer: arbitraryLayer(...activationNames),
    batch_norm: fc.option(
      fc.record({ epsilon: fc.constant(1e-5), keep: fc.constantFrom(...batchNormRuleNames) }),
      { nil: undefined },
    ),
    dropout: fc.option(
      fc.record({
        keep_prob: fc.constantFrom(0.3, 0.8, 1),
        keep: fc.constantFrom(...dropoutRuleNames),
        seed: fc.nat(),
      }),
      { nil: undefined },
    ),
  })
  .map(({ layer, ...more }) => ({ ...layer, ...more }));

/** Networks of one to four layers with any operations there are. */
export const anyRegularised: fc.Arbitrary<Model> = arbitraryModel(
  fc.array(regularisedLayer, { minLength: 1, maxLength: 4 }),
  ...lossNames,
);

/** Networks of one to four layers with any activations and keep rules. */
export const anyNetwork: fc.Arbitrary<Model> = arbitraryModel(
  fc.array(arbitraryLayer(...activationNames), { minLength: 1, maxLength: 4 }),
  ...lossNames,
);
