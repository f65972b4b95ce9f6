import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/compare/plans';
import { standardBy, standardOf } from '../../../src/core/checks/standard';
import { record } from '../../../src/core/pass/record';
import { anyNetwork, anyRegularised } from '../models';

describe('a standard that lets go of its run on the way', () => {
  it.each([
    ['plain', anyNetwork],
    ['regularised', anyRegularised],
  ])('is to the bit that of the whole run of a %s network, fused or not', (_, networks) => {
    fc.assert(
      fc.property(networks, fc.boolean(), (network, fused) => {
        const plain = planOf('Z_stable').apply(network);
        const model = fused ? planOf('fused').apply(plain) : plain;
        expect(standardBy(model).of).toEqual(standardOf(record(model)).of);
      }),
    );
  });

  it('runs it whole where all of it is asked for, and tells of each step both times', () => {
    fc.assert(
      fc.property(anyRegularised, (model) => {
        const whole = record(model);
        let told = 0;
        const standard = standardBy(model, () => {
          told += 1;
        });
        expect(told).toBe(whole.steps.length);
        expect(standard.again().buffers).toEqual(whole.buffers);
        expect(told).toBe(2 * whole.steps.length);
      }),
      { numRuns: 10 },
    );
  });
});
