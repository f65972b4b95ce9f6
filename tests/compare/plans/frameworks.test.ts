import { describe, expect, it } from 'vitest';
import { planOf, plans } from '../../../src/compare/plans';
import { type Column, columnLabels } from '../../../src/compare/plans/columns';
import { type frameworkPlans, keptBy, rowOf } from '../../../src/compare/plans/frameworks';
import { type ActivationName, activationNames } from '../../../src/core/activations';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { layerOf, threeLayers } from './networks';

describe('what real code keeps', () => {
  it('has version, source and how it was seen', () => {
    for (const { label, evidence, group } of Object.values(plans)) {
      if (group !== 'Real code') continue;
      expect(evidence?.version, label).toMatch(/\d/);
      expect(evidence?.source, label).not.toBe('');
      expect(['run', 'read']).toContain(evidence?.seen);
    }
  });

  it('is said, or that there is no such thing, of every activation in every column', () => {
    for (const activation of activationNames)
      for (const column of Object.keys(columnLabels) as Column[])
        expect(rowOf(activation)!.saved[column], `${column} ${activation}`).toEqual(expect.any(String));
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
  } as const satisfies Record<Exclude<keyof typeof frameworkPlans, 'jax'>, Column>;
  const words: Record<string, string> = { input: 'Z', output: 'A', both: 'ZA', none: 'none' };

  for (const [reference, column] of Object.entries(columns))
    it(`is drawn word for word as the data says: ${reference}`, () => {
      const plan = plans[reference]!;
      for (const activation of activationNames) {
        const { saved, notes } = rowOf(activation)!;
        const [layer] = plan.apply(threeLayers(activation)).layers;
        const said = words[saved[column]];
        // What cannot be done in place is drawn as the plain one.
        const plain = column === 'pytorchInplace' ? words[saved.pytorch] : 'Z';
        // Caffe keeps the sigmoid beside the A of a silu: a second array, which is no slot of ours.
        const more = column === 'caffe' && activation === 'silu' ? 'ZA' : undefined;
        expect(layer!.keep, activation).toBe(more ?? said ?? plain);
        const note = typeof notes === 'object' ? notes[column] : undefined;
        if (note) expect(plan.note!(layer!), activation).toContain(note);
        if (!said) expect(plan.note!(layer!), activation).toMatch(/is drawn/);
      }
    });

  it('draws the caches of batch norm and dropout as the data says, or leaves them and says that it does not', () => {
    const [layer, ...rest] = firstChoice.layers;
    const batch_norm = { epsilon: 1e-5, keep: 'all' } as const;
    const dropout = { keep_prob: 0.8, keep: 'seed', seed: 1 } as const;
    const model = modelOf({ ...firstChoice, layers: [{ ...layer!, batch_norm, dropout }, ...rest] });
    for (const [reference, plan] of Object.entries(plans)) {
      if (plan.group !== 'Real code') continue;
      const [kept, other] = plan.apply(model).layers;
      const isKnown = reference.startsWith('pytorch');
      const keeps = [kept!.batch_norm!.keep, kept!.dropout!.keep];
      expect(keeps, reference).toEqual(isKnown ? ['input', 'mask'] : ['all', 'seed']);
      expect(plan.note!(kept!), reference).toMatch(
        isKnown
          ? /For batch norm it keeps Z, the mean and 1\/σ\. For dropout it keeps the mask/
          : /keeps for batch norm and dropout has not been looked up: those caches stay as you chose\.$/,
      );
      expect(plan.note!({ ...other!, batch_norm }), reference).toMatch(
        isKnown ? /For batch norm it keeps/ : /for batch norm has not been looked up: that cache stays/,
      );
      expect(plan.note!(other!) ?? '').not.toMatch(/batch norm|dropout/);
    }
  });

  it('computes nothing again, with the usual alpha of every activation', () => {
    for (const [reference, plan] of Object.entries(plans)) {
      if (plan.group !== 'Real code') continue;
      for (const activation of activationNames) {
        const { steps } = record(plan.apply(threeLayers(activation)));
        expect(
          steps.filter(({ phase }) => phase === 'recompute'),
          `${reference} ${activation}`,
        ).toEqual([]);
      }
    }
  });

  it('says so where an alpha folds the curve and A is read all the same', () => {
    const folded = (reference: string, activation: ActivationName) =>
      plans[reference]!.note!({ ...layerOf(activation), alpha: -0.5 });
    expect(folded('pytorch_in_place', 'elu')).toMatch(/alpha −0\.5 .*error at backward if alpha<0/);
    expect(folded('onnxruntime', 'leaky_relu')).toMatch(/no real code does.*wrong sign test/);
    expect(folded('darknet', 'leaky_relu')).toMatch(/no real code does/);
    expect(folded('paddle', 'elu')).not.toMatch(/no real code does/);
    expect(plans.darknet!.note!(layerOf('leaky_relu'))).toBeUndefined();
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
    expect(keptBy('jax', 'sigmoid').note).toMatch(/loses what A has lost/);
    expect(keptBy('jax', 'sine').note).not.toMatch(/loses what A has lost/);
    expect(keptBy('caffe', 'silu').note).toMatch(/as large as Z.*sigmoid blob/);
    expect(keptBy('pytorchInplace', 'softmax').note).toMatch(/plain one is drawn/);
    expect(keptBy('caffe', 'gelu').note).toMatch(/has no gelu/);
    expect(keptBy('pytorch', 'tanh').note).toBeUndefined();
  });

  it('is ZA in the weeks of the course that read A alone, and Z by s(1 − s) in week 4', () => {
    const [layer] = planOf('course_week3').apply(modelOf(firstChoice)).layers;
    expect(layer!.keep).toBe('ZA');
    const model = planOf('course_week4').apply(modelOf(firstChoice));
    expect(model.layers.every(({ keep, route }) => keep === 'Z' && route === undefined)).toBe(true);
  });
});
