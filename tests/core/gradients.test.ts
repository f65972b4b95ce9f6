import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../src/core/activations';
import { largestDistance } from '../../src/core/check';
import { keepRuleNames } from '../../src/core/keep-rules';
import { lossNames } from '../../src/core/losses';
import { largestMagnitude } from '../../src/core/matrix';
import { record } from '../../src/core/record';
import type { Trace } from '../../src/core/trace';
import { centralDifferences } from './central-differences';
import { keeping, networksOf } from './models';

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
        { numRuns: 15 },
      );
    },
  );
});
