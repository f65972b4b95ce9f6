import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../../src/core/activations';
import { largestDistance } from '../../../src/core/check';
import { keepRuleNames } from '../../../src/core/keep-rules';
import type { Model } from '../../../src/core/model';
import { record } from '../../../src/core/record';
import frameworks from '../../../src/data/frameworks.json';
import { modelOf } from '../../../src/state/build';
import { firstChoice } from '../../../src/state/choice';
import { bestK, checkpointK, checkpointReference, planOf, plans } from '../../../src/state/plans';
import { keptBy, rowOf } from '../../../src/state/plans/frameworks';

const layerOf = (activation: ActivationName, units = 4) => ({
  units,
  activation,
  alpha: activationOf(activation).alpha ?? 0,
  keep: 'Z' as const,
});

const threeLayers = (activation: ActivationName): Model =>
  modelOf({
    ...firstChoice,
    precision: 'float64',
    loss: 'mean_squared_error',
    layers: [layerOf(activation), layerOf(activation), layerOf('linear', 1)],
  });

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
      expect(planOf(rule).label).toContain(rule === 'none' ? 'nothing' : rule);
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

describe('what real code keeps', () => {
  it('has version, source and how it was seen', () => {
    for (const { label, evidence, group } of Object.values(plans)) {
      if (group !== 'Real code') continue;
      expect(evidence?.version, label).toMatch(/\d/);
      expect(evidence?.source, label).not.toBe('');
      expect(['run', 'read']).toContain(evidence?.seen);
    }
  });

  // An object for each column of the data but JAX's, whose residuals say more than one word.
  const columns = {
    pytorch: 'pytorch',
    pytorch_in_place: 'pytorchInplace',
    tensorflow: 'tensorflow',
    tensorflow_js: 'tfjs',
    paddle: 'paddle',
    onnxruntime: 'onnxruntime',
    caffe: 'caffe',
    darknet: 'darknet',
  } as const;
  const words: Record<string, string> = { input: 'Z', output: 'A', both: 'ZA', none: 'none' };

  for (const [reference, column] of Object.entries(columns))
    it(`is drawn word for word as the data says: ${reference}`, () => {
      const plan = plans[reference]!;
      for (const activation of activationNames) {
        const { saved, notes } = rowOf(activation);
        const [layer] = plan.apply(threeLayers(activation)).layers;
        const said = words[saved[column]];
        // What cannot be done in place is drawn as the plain one.
        const plain = column === 'pytorchInplace' ? words[saved.pytorch] : 'Z';
        expect(layer!.keep, activation).toBe(said ?? plain);
        const note = typeof notes === 'object' ? notes[column] : undefined;
        if (note) expect(plan.note!(layer!), activation).toContain(note);
        if (!said) expect(plan.note!(layer!), activation).toMatch(/is drawn/);
      }
    });

  it('is drawn as the data says', () => {
    expect(keptBy('pytorch', 'relu').keep).toBe('A');
    expect(keptBy('tfjs', 'relu').keep).toBe('Z');
    expect(keptBy('paddle', 'elu').keep).toBe('ZA');
    expect(keptBy('pytorch', 'linear').keep).toBe('none');
    expect(keptBy('jax', 'relu').keep).toBe('mask');
    expect(keptBy('jax', 'sigmoid').keep).toBe('slope');
    expect(keptBy('jax', 'tanh').keep).toBe('A');
    expect(keptBy('jax', 'softmax').keep).toBe('A');
  });

  it('says so in a note where it is not just what is drawn', () => {
    expect(keptBy('pytorchInplace', 'relu6').note).toMatch(/CLONED/);
    expect(keptBy('tensorflow', 'hard_sigmoid').note).toMatch(/scaled copy/);
    expect(keptBy('jax', 'tanh').note).toMatch(/1-a/);
    expect(keptBy('pytorchInplace', 'softmax').note).toMatch(/plain one is drawn/);
    expect(keptBy('caffe', 'gelu').note).toMatch(/has no gelu/);
    expect(keptBy('pytorch', 'tanh').note).toBeUndefined();
  });

  it('is ZA in the weeks of the course that read A alone, and Z by s(1 − s) in week 4', () => {
    const [layer] = planOf('course_week3').apply(modelOf(firstChoice)).layers;
    expect(layer!.keep).toBe('ZA');
    const model = planOf('course_week4').apply(modelOf(firstChoice));
    expect(model.layers.every(({ keep, fromZ }) => keep === 'Z' && fromZ === 'course')).toBe(true);
  });
});

describe('against PyTorch’s saved tensors', () => {
  const measured = frameworks.memory.pytorch_2_13 as unknown as Record<string, { units: number }>;

  /** X, and the buffers in the slots of a Linear-act-Linear-act-Linear before its loss. */
  function unitsOf(reference: string, activation: ActivationName): number {
    const { steps } = record(planOf(reference).apply(threeLayers(activation)));
    const saved = steps
      .filter(({ phase }) => phase === 'forward')
      .flatMap(({ cache }) => cache)
      .filter(({ kind, slot }) => kind === 'save' && slot !== 'W' && slot !== 'b');
    return new Set(saved.map(({ buffer }) => buffer)).size;
  }

  for (const [reference, row, activation] of [
    ['pytorch', 'relu', 'relu'],
    ['pytorch_in_place', 'relu_', 'relu'],
    ['pytorch', 'leaky_relu', 'leaky_relu'],
    ['pytorch_in_place', 'leaky_relu_', 'leaky_relu'],
    ['pytorch', 'elu', 'elu'],
    ['pytorch_in_place', 'elu_', 'elu'],
    ['pytorch', 'sigmoid', 'sigmoid'],
    ['pytorch', 'tanh', 'tanh'],
    ['pytorch', 'gelu', 'gelu'],
    ['pytorch', 'silu', 'silu'],
    ['pytorch_in_place', 'silu inplace', 'silu'],
  ] as const)
    it(`${row} holds as many buffers as were measured there`, () => {
      expect(unitsOf(reference, activation)).toBe(measured[row]!.units);
    });
});
