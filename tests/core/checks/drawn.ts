import { activationNames, activationOf } from '../../../src/core/activations';
import { initSchemeNames } from '../../../src/core/model/init';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Layer } from '../../../src/core/model/model';
import { outputNames, routeNames } from '../../../src/core/model/model';
import { batchNormRuleNames, dropoutRuleNames } from '../../../src/core/model/regularisation';
import { lossNames } from '../../../src/core/operations/losses';
import { random } from '../../../src/data/random';
import { dataSetNames, dataSets } from '../../../src/data/sets';
import { type Choice, outputsOf } from '../../../src/state/choice/choice';

/**
 * The choice of somebody who presses everything there is on the page, from a seed: data sets, one example among them,
 * all activations, losses, keep rules, routes, outputs, ways to draw parameters (zeros too, where every Z is a tie) and
 * both precisions.
 */
export function drawnChoice(seed: number): Choice {
  const { uniform } = random(seed);
  const below = (n: number) => Math.floor(uniform() * n);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const layer = (units: number): Layer => {
    const activation = one(activationNames);
    const alpha = activationOf(activation).alpha ?? 0;
    return { units, activation, alpha, keep: one(keepRuleNames), route: one([undefined, ...routeNames]) };
  };
  const set = one(dataSetNames);
  const m = below(3) === 0 ? 1 : 1 + below(Math.min(20, dataSets[set].most));
  const data = { set, m };
  const hidden = Array.from({ length: below(4) }, () => layer(1 + below(6)));
  const last = layer(outputsOf({ data } as Choice));
  return {
    layers: [...hidden, last],
    loss: one(lossNames),
    precision: one(['float32', 'float64']),
    // A − Y is the gradient of a softmax whose labels sum to 1; those of one class of two do not.
    output:
      outputsOf({ data } as Choice) === 1 && last.activation === 'softmax' ? 'two_steps' : one(outputNames),
    init: { scheme: one(initSchemeNames), seed: below(1000) },
    data,
  };
}

/**
 * The same person, who also presses batch norm and dropout: on any hidden layer, batch norm on the last one too, with
 * all their keep rules; one example and two among the data as often as more.
 */
export function drawnRegularised(seed: number): Choice {
  const choice = drawnChoice(seed);
  const { uniform } = random(seed, 1);
  const one = <T>(of: readonly T[]): T => of[Math.floor(uniform() * of.length)]!;
  const layers = choice.layers.map((layer, i): Layer => {
    const isLast = i === choice.layers.length - 1;
    return {
      ...layer,
      ...(uniform() < 0.6 && {
        batch_norm: { epsilon: one([1e-5, 1e-3]), keep: one(batchNormRuleNames) },
      }),
      ...(!isLast &&
        uniform() < 0.5 && {
          dropout: {
            keep_prob: one([0.5, 0.8]),
            keep: one(dropoutRuleNames),
            seed: Math.floor(1000 * uniform()),
          },
        }),
    };
  });
  const { data } = choice;
  const m = one([1, 2, undefined, undefined]);
  return { ...choice, layers, data: m && 'set' in data ? { ...data, m } : data };
}
