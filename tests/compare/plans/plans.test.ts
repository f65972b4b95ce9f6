import { describe, expect, it } from 'vitest';
import { bestK, checkpointK, checkpointReference, planOf, plans } from '../../../src/compare/plans';
import { summarize } from '../../../src/compare/summary';
import { activationNames } from '../../../src/core/activations';
import { largestDistance } from '../../../src/core/checks/distance';
import { map } from '../../../src/core/math/matrix';
import { keepRuleNames, keepRules } from '../../../src/core/model/keep-rules';
import { named } from '../../../src/core/model/names';
import { batchNormRuleNames, dropoutRuleNames } from '../../../src/core/model/regularisation';
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

describe('the plans of batch norm and dropout', () => {
  const plain = threeLayers('tanh');
  const layers = plain.layers.map((layer) => ({
    ...layer,
    batch_norm: { epsilon: 1e-5, keep: 'normalised' as const },
    dropout: { keep_prob: 0.5, keep: 'mask' as const, seed: 1 },
  }));
  const parameters = new Map(plain.parameters);
  for (const l of [1, 2, 3])
    for (const kind of ['gamma', 'beta'] as const)
      parameters.set(
        named(kind, l),
        map(plain.parameters.get(named('b', l))!, () => (kind === 'gamma' ? 1 : 0)),
      );
  const both = { ...plain, layers, parameters };
  const own = Object.entries(plans).filter(([, { isFor }]) => isFor);
  const heldBy = (reference: string) => summarize(record(planOf(reference).apply(both))).afterForward;

  it('are one for each of their rules, and for networks that have such a layer', () => {
    expect(own.length).toBe(batchNormRuleNames.length + dropoutRuleNames.length);
    for (const [, { isFor, apply }] of own) {
      expect(isFor!(plain)).toBe(false);
      expect(isFor!(both)).toBe(true);
      expect(apply(plain)).toEqual(plain);
    }
  });

  it('differ in their bytes, and in nothing that the activations keep', () => {
    expect(heldBy('batch_norm_normalised')).toBeLessThan(heldBy('batch_norm_all'));
    expect(heldBy('dropout_seed')).toBeLessThan(heldBy('dropout_mask'));
    for (const [reference, { apply }] of own)
      expect(
        apply(both).layers.map(({ keep }) => keep),
        reference,
      ).toEqual(both.layers.map(({ keep }) => keep));
  });

  it('have the gradients of the others', () => {
    const right = record(both).buffers;
    for (const [reference, { apply }] of own)
      expect(
        largestDistance(record(apply(both)).buffers.get('dW1')!, right.get('dW1')!),
        reference,
      ).toBeLessThan(1e-12);
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
