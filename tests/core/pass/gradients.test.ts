import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../../src/core/activations';
import { largestDistance } from '../../../src/core/checks/distance';
import { largestMagnitude } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { batchNormRuleNames, dropoutRuleNames } from '../../../src/core/model/regularisation';
import { lossNames } from '../../../src/core/operations/losses';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { part } from '../../extent';
import { keeping, modelFrom, networksOf } from '../models';
import { centralDifferences } from './central-differences';

/**
 * Whether central differences can tell: no Z within reach of a kink, where they see both sides, or of 0, where g′
 * may have a corner (softsign, elu); none so far out that g′ loses digits when it is worked out from A; and a cost
 * that is a number.
 */
function canBeChecked({ model, buffers }: Trace): boolean {
  const tame = model.layers.every(({ activation }, i) => {
    const corners = [0, ...activationOf(activation).kinks];
    const isTame = (z: number) => Math.abs(z) < 6 && corners.every((corner) => Math.abs(z - corner) > 1e-3);
    return buffers.get(`Z${i + 1}`)!.data.every(isTame);
  });
  return tame && Number.isFinite(buffers.get('cost')!.data[0]);
}

describe.each(lossNames)('the gradients of %s', (loss) => {
  it.each(activationNames)(
    'agree with central differences and under all keep rules where %s is used',
    (activation) => {
      fc.assert(
        fc.property(networksOf(activation, loss), (model) => {
          const traces = keepRuleNames.map((keep) => record(keeping(model, keep)));
          const first = traces[0]!;
          fc.pre(canBeChecked(first));
          // What central differences tell is told in proportion to J and to its steepest slope.
          const gradients = [...model.parameters.keys()].map((name) => first.buffers.get(`d${name}`)!);
          const scale = Math.max(first.buffers.get('cost')!.data[0]!, ...gradients.map(largestMagnitude));
          for (const parameter of model.parameters.keys()) {
            const slopes = centralDifferences(model, parameter);
            for (const { buffers } of traces)
              buffers.get(`d${parameter}`)!.data.forEach((found: number, k: number) => {
                expect(Math.abs(found - slopes.data[k]!), parameter).toBeLessThanOrEqual(1e-7 * scale);
              });
          }
          for (const { buffers } of traces)
            for (const [name, matrix] of first.buffers)
              expect(largestDistance(buffers.get(name)!, matrix), name).toBeLessThan(1e-12);
        }),
        { numRuns: part(15, 8) },
      );
    },
  );
});

describe('the gradients with batch norm and dropout', () => {
  it.each(batchNormRuleNames.flatMap((norm) => dropoutRuleNames.map((drop) => [norm, drop] as const)))(
    'agree with central differences where they keep their %s and their %s, with checkpoints too',
    (norm, drop) => {
      const batch_norm = { epsilon: 1e-5, keep: norm };
      const dropout = { keep_prob: 0.7, keep: drop, seed: 5 };
      const layers = [
        { activation: 'tanh' as const, units: 4, batch_norm, dropout },
        { activation: 'softplus' as const, units: 3, batch_norm, dropout },
        { activation: 'sigmoid' as const, units: 2, batch_norm },
      ];
      for (const loss of lossNames) {
        const model = modelFrom({ inputs: 2, layers, m: 6, loss });
        const { buffers } = record(model);
        // b has no part in what batch norm makes of Z: its slopes are 0, told in proportion to the others.
        const gradients = [...model.parameters.keys()].map((name) => buffers.get(`d${name}`)!);
        const scale = Math.max(buffers.get('cost')!.data[0]!, ...gradients.map(largestMagnitude));
        const slopes = new Map(
          Array.from(model.parameters.keys(), (name) => [name, centralDifferences(model, name)]),
        );
        for (const checkpoint of [undefined, 1, 2])
          for (const keep of keepRuleNames) {
            const found = record({ ...keeping(model, keep), ...(checkpoint && { checkpoint }) }).buffers;
            for (const [parameter, { data }] of slopes)
              found.get(`d${parameter}`)!.data.forEach((x, k) => {
                const error = Math.abs(x - data[k]!);
                expect(error, `${parameter} keeping ${keep}`).toBeLessThanOrEqual(1e-7 * scale);
              });
          }
      }
    },
  );
});
