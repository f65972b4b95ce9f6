import { type ActivationName, activationNames, activationOf } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import { batchNormRuleNames, dropoutRuleNames } from '../../../src/core/model/regularisation';
import { lossNames } from '../../../src/core/operations/losses';
import { record } from '../../../src/core/pass/record';
import type { Step, Trace } from '../../../src/core/pass/trace';
import { codeOf, type Language, type Line } from '../../../src/explain/code';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';

type ChosenLayer = Choice['layers'][number];

/** A network of two layers of one kind. */
export const modelWith = (layer: Partial<ChosenLayer>, rest: Partial<Choice> = {}): Model => {
  const activation = layer.activation ?? 'relu';
  const whole = {
    units: 2,
    activation,
    alpha: activationOf(activation).alpha ?? 0,
    keep: 'Z' as const,
    ...layer,
  };
  return modelOf({
    ...firstChoice,
    loss: 'mean_squared_error',
    ...rest,
    layers: [whole, { ...whole, units: 1 }],
  });
};

/** A listing as it would be copied. */
export const textOf = (lines: readonly Line[]): string =>
  lines.map(({ depth, tokens }) => '    '.repeat(depth) + tokens.map(({ text }) => text).join('')).join('\n');

/** A step's listing as it would be copied. */
export const listing = (step: Step, trace: Trace, language: Language): string =>
  textOf(codeOf(step, trace, language));

/** Every listing of a pass, each once, in the order of the steps. */
export const listingsOf = (trace: Trace, language: Language): string[] => [
  ...new Set(trace.steps.map((step) => listing(step, trace, language))),
];

/** Every way in which a layer can be: each activation under each keep rule, and by each route from both Z and A. */
export const everyLayer: Readonly<Record<string, Partial<ChosenLayer>>> = Object.fromEntries([
  ...activationNames.flatMap((activation) =>
    keepRuleNames.map((keep) => [`${activation}, keep ${keep}`, { activation, keep }] as const),
  ),
  ...(['sigmoid', 'tanh'] as const).flatMap((activation) =>
    (['A', 'Z', 'Z_stable'] as const).map(
      (route) => [`${activation} from ${route}`, { activation, keep: 'ZA', route }] as const,
    ),
  ),
  ['leaky_relu of another alpha', { activation: 'leaky_relu', alpha: 0.3, keep: 'A' }],
  ['elu of another alpha', { activation: 'elu', alpha: 0.7, keep: 'A' }],
]);

/** The listings of an activation's layers under every keep rule, each once. */
export const layersOf = (activation: ActivationName, language: Language): string[] => [
  ...new Set(
    keepRuleNames.flatMap((keep) =>
      listingsOf(record(modelWith({ activation, keep })), language).filter((text) => isLayer.test(text)),
    ),
  ),
];

const isLayer = /^(class Layer|def layer\()/m;

/** Layers with batch norm and dropout under each of their rules, over each thing that an activation can keep or miss. */
const regularisedLayers: readonly Partial<ChosenLayer>[] = batchNormRuleNames.flatMap((norm) =>
  dropoutRuleNames.flatMap((drop) =>
    (['relu', 'tanh', 'gelu', 'softmax'] as const).flatMap((activation) =>
      keepRuleNames.map((keep) => ({
        activation,
        keep,
        batch_norm: { epsilon: 1e-5, keep: norm },
        dropout: { keep_prob: 0.8, keep: drop, seed: 1 },
      })),
    ),
  ),
);

/** Dropout is in the hidden layer alone: nothing follows the last. */
const recordOfTwo = (layer: Partial<ChosenLayer>): Trace => {
  const { dropout, ...last } = layer;
  const model = modelWith(last);
  return record({
    ...model,
    layers: model.layers.map((each, i) => (i === 0 && dropout ? { ...each, dropout } : each)),
  });
};

/** All listings in a framework, each once, by the kind of function that it defines. */
export function everyListing(
  language: Language,
): Record<'layer' | 'layer with batch norm' | 'dropout' | 'cost' | 'output', string[]> {
  const layers = Object.values(everyLayer).flatMap((layer) => listingsOf(record(modelWith(layer)), language));
  const losses = lossNames.flatMap((loss) =>
    listingsOf(record(modelWith({ activation: 'sigmoid' }, { loss })), language),
  );
  const fused = (['sigmoid', 'softmax'] as const).flatMap((activation) =>
    keepRuleNames.flatMap((keep) => {
      const loss = activation === 'sigmoid' ? 'binary_cross_entropy' : 'categorical_cross_entropy';
      return [undefined, ...batchNormRuleNames].flatMap((norm) => {
        const batch_norm = norm && { epsilon: 1e-5, keep: norm };
        const layer = { activation, keep, ...(batch_norm && { batch_norm }) };
        return listingsOf(record(modelWith(layer, { loss, output: 'fused' })), language);
      });
    }),
  );
  const regularised = regularisedLayers.flatMap((layer) => listingsOf(recordOfTwo(layer), language));
  const all = [...new Set([...layers, ...losses, ...fused, ...regularised])];
  const named = (name: RegExp) => all.filter((text) => name.test(text));
  const [norm, plain] = [true, false].map((has) =>
    named(isLayer).filter((text) => /\bgamma\b/.test(text) === has),
  );
  return {
    layer: plain!,
    'layer with batch norm': norm!,
    dropout: named(/^(class Dropout|def dropout\()/m),
    cost: named(/^(class Cost|def cost\()/m),
    output: named(/^(class Output|def output\()/m),
  };
}
