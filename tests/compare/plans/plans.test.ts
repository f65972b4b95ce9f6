import { describe, expect, it } from 'vitest';
import { bestK, checkpointK, checkpointReference, planOf, plans } from '../../../src/compare/plans';
import { activationNames } from '../../../src/core/activations';
import { largestDistance } from '../../../src/core/checks/distance';
import { keepRuleNames, keepRules } from '../../../src/core/model/keep-rules';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { threeLayers } from './networks';

describe('every plan', () => {
  for (const reference of [...Object.keys(plans), checkpointReference(2)])
    it(`gives the gradients of keep Z in float64 for every activation: ${reference}`, () => {
      for (const activation of activationNames) {
        const model = threeLayers(activation);
        const expected = record(model).buffers;
        const { buffers } = record(planOf(reference).apply(model));
        // s(1 − s) loses digits that the stable form keeps; every other route is as good as another.
        const most = reference === 'course_week4' ? 1e-9 : 1e-12;
        for (const name of ['dW1', 'db1', 'dW2', 'db2', 'dW3', 'db3'])
          expect(
            largestDistance(buffers.get(name)!, expected.get(name)!),
            `${activation} ${name}`,
          ).toBeLessThan(most);
      }
    });

  it('has a label and says what it is in a sentence', () => {
    for (const { label, says } of Object.values(plans)) {
      expect(label).not.toBe('');
      expect(says).toMatch(/^\S.*\.$/);
    }
  });
});

describe('references to plans', () => {
  it('name every keep rule', () => {
    for (const rule of keepRuleNames)
      expect(planOf(rule).label).toContain(rule === 'none' ? 'nothing' : keepRules[rule].label);
  });

  it('carry the k of checkpoints', () => {
    for (const k of [1, 4, 64]) expect(checkpointK(checkpointReference(k))).toBe(k);
    expect(planOf('checkpoint-4').apply(modelOf(firstChoice)).checkpoint).toBe(4);
  });

  it('stand for keep Z where they stand for nothing', () => {
    for (const reference of ['__proto__', 'constructor', 'checkpoint-0', 'checkpoint-999', 'checkpoint', ''])
      expect(planOf(reference)).toBe(plans.Z);
  });

  it('may have checkpoints further apart than there are layers, which is to drop nothing', () => {
    const model = modelOf(firstChoice);
    const [far, least] = ['checkpoint-99', 'least'].map((reference) =>
      record(planOf(reference).apply(model)),
    );
    expect(far!.steps).toEqual(least!.steps);
  });

  it('offer √L layers between checkpoints', () => {
    expect([1, 3, 16, 64].map(bestK)).toEqual([1, 2, 4, 8]);
  });
});
