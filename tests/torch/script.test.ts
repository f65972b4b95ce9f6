import { describe, expect, it } from 'vitest';
import { pythonWith } from '../../scripts/python/find';
import { planOf } from '../../src/compare/plans';
import { rowOf } from '../../src/compare/plans/frameworks';
import { type ActivationName, activationNames, activationOf } from '../../src/core/activations';
import type { Precision } from '../../src/core/math/matrix';
import type { Model } from '../../src/core/model/model';
import { lossNames } from '../../src/core/operations/losses';
import { record } from '../../src/core/pass/record';
import { torchScript } from '../../src/formats/exports/torch/script';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { caseModels, drawnModels, mutationModels } from '../formats/exports/models';
import { type Outcome, runScripts } from '../formats/exports/run-scripts';

const scriptOf = (model: Model): string => torchScript(record(model), 'a "name"\n')!.join('');

function modelWith(activation: ActivationName, precision: Precision): Model {
  const layer = { activation, alpha: activationOf(activation).alpha ?? 0, keep: 'Z' as const };
  const layers = [3, 4, 1].map((units) => ({ ...layer, units }));
  return modelOf({ ...firstChoice, precision, loss: 'mean_squared_error', layers });
}

/** The words of the data on frameworks, by whether Z and A are among what was saved. */
const wordOf = (saved: readonly string[]): string =>
  saved.includes('Z1') ? (saved.includes('A1') ? 'both' : 'input') : saved.includes('A1') ? 'output' : 'none';

const run = (models: Readonly<Record<string, Model>>, mutate = false): Record<string, Outcome> =>
  runScripts(Object.fromEntries(Object.entries(models).map(([name, model]) => [name, scriptOf(model)])), {
    program: pythonWith('torch'),
    mutate,
  });

/** What went wrong, by script. */
const errorsIn = (outcomes: Record<string, Outcome>): (readonly [string, string | undefined])[] =>
  Object.entries(outcomes).flatMap(([name, { error }]) => (error === undefined ? [] : [[name, error]]));

describe('the PyTorch script, under PyTorch', () => {
  it('holds for every activation in both precisions, and saves what the data on frameworks says', () => {
    const cases = activationNames.flatMap((activation) =>
      (['float64', 'float32'] as const).map((precision) => ({ activation, precision })),
    );
    const nameOf = ({ activation, precision }: (typeof cases)[number]) => `${activation}-${precision}`;
    const outcomes = run(
      Object.fromEntries(cases.map((c) => [nameOf(c), modelWith(c.activation, c.precision)])),
    );
    expect(errorsIn(outcomes)).toEqual([]);
    for (const c of cases) {
      const { saved } = outcomes[nameOf(c)]!;
      expect(wordOf(saved['activation, layer 1'] ?? []), nameOf(c)).toBe(rowOf(c.activation)!.saved.pytorch);
    }
  });

  it('holds for every loss, with output and loss at once, and for labels that do not sum to 1', () => {
    const choices: Record<string, Choice> = {
      ...Object.fromEntries(lossNames.map((loss) => [loss, { ...firstChoice, loss }])),
      fused: { ...firstChoice, output: 'fused' },
      'labels of any sum': {
        ...firstChoice,
        loss: 'categorical_cross_entropy',
        output: 'fused',
        layers: [{ units: 1, activation: 'softmax', alpha: 0, keep: 'Z' }],
      },
    };
    const outcomes = run(Object.fromEntries(Object.entries(choices).map(([name, c]) => [name, modelOf(c)])));
    expect(errorsIn(outcomes)).toEqual([]);
  });

  it('holds for networks of all kinds, drawn from a seed', () => {
    expect(errorsIn(run(drawnModels(60)))).toEqual([]);
  });

  it('agrees with the page on infinity and NaN, and where sigmoids and softmax are sure', () => {
    expect(errorsIn(run(caseModels()))).toEqual([]);
  });

  it("counts what Compare's row of PyTorch counts", () => {
    const models = mutationModels();
    const names = ['first, float32', 'first, float64'];
    const outcomes = run(Object.fromEntries(names.map((name) => [name, models[name]!])));
    for (const name of names) {
      const { peak } = record(planOf('pytorch').apply(models[name]!)).cacheBytes;
      expect(outcomes[name]!.printed, name).toContain(`PyTorch keeps ${peak} bytes for the way back`);
    }
  });

  it('notices any cell of dW and db that is changed by 1% or in its sign, in float32 too', () => {
    const outcomes = run(mutationModels(), true);
    expect(errorsIn(outcomes)).toEqual([]);
    for (const [name, { tried, unnoticed }] of Object.entries(outcomes)) {
      expect(unnoticed, name).toEqual([]);
      expect(tried, name).toBeGreaterThan(60);
    }
  });

  it('names the kink of hard_swish at which versions of PyTorch differ', () => {
    expect(scriptOf(modelWith('hard_swish', 'float32'))).toContain('versions of PyTorch differ');
  });
});
