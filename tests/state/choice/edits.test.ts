import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../../src/core/activations';
import { toRows } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { isFused } from '../../../src/core/model/model';
import { type Choice, choiceOfFile, firstChoice, isSameChoice } from '../../../src/state/choice/choice';
import {
  addLayer,
  type Edit,
  removeLayer,
  setActivation,
  setAllKeeps,
  setAlpha,
  setData,
  setExamples,
  setInit,
  setKeep,
  setLoss,
  setOutput,
  setPrecision,
  setRoute,
  setUnits,
} from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import { readChoice } from '../../../src/state/choice/read';
import { plainFile, reading } from '../../formats/files';

const opened = choiceOfFile(reading(plainFile()));
const edited = (...edits: Edit[]): Choice => edits.reduce((choice, edit) => edit(choice), firstChoice);

describe('an edit', () => {
  it.each<[what: string, edit: Edit, member: keyof Choice]>([
    ['units', setUnits(2, 7), 'layers'],
    ['activation', setActivation(2, 'gelu'), 'layers'],
    ['alpha', setAlpha(2, 0.3), 'layers'],
    ['keep rule', setKeep(2, 'none'), 'layers'],
    ['route', setRoute(2, 'Z_stable'), 'layers'],
    ['loss', setLoss('mean_squared_error'), 'loss'],
    ['precision', setPrecision('float64'), 'precision'],
    ['seed', setInit({ seed: 4 }), 'init'],
    ['examples', setExamples(5), 'data'],
  ])('of the %s changes that and leaves everything else as the same object', (_, edit, member) => {
    const changed = edit(firstChoice);
    for (const name of Object.keys(firstChoice) as (keyof Choice)[])
      expect(changed[name] === firstChoice[name], name).toBe(name !== member);
    expect(changed.layers[0]).toBe(firstChoice.layers[0]);
    expect(readChoice(changed).ok).toBe(true);
  });

  it('of the output is taken back whole', () => {
    const fused = edited(setOutput('fused'));
    expect(fused.output).toBe('fused');
    expect(readChoice(fused)).toEqual({ ok: true, value: fused });
    expect(isSameChoice(setOutput('two_steps')(fused), firstChoice)).toBe(true);
    expect(isSameChoice(fused, firstChoice)).toBe(false);
    expect(isSameChoice(edited(setRoute(1, 'A'), setRoute(1, undefined)), firstChoice)).toBe(true);
  });

  it('of the data or loss lets a model take two steps that cannot begin at once', () => {
    expect(isFused(modelOf(edited(setOutput('fused'))))).toBe(true);
    expect(isFused(modelOf(edited(setOutput('fused'), setLoss('mean_squared_error'))))).toBe(false);
    expect(isFused(modelOf(edited(setOutput('fused'), setData('iris'))))).toBe(true);
    const soft = { ...opened, layers: [{ ...opened.layers[0]!, units: 1, activation: 'softmax' as const }] };
    const model = modelOf(edited(() => soft, setLoss('categorical_cross_entropy'), setOutput('fused')));
    expect(isFused(model)).toBe(false);
  });

  it('of a layer counts layers from 1', () => {
    expect(edited(setUnits(1, 9)).layers.map((layer) => layer.units)).toEqual([9, 3, 1]);
    expect(edited(setKeep(3, 'mask')).layers.map((layer) => layer.keep)).toEqual(['Z', 'Z', 'mask']);
  });

  it.each(activationNames)('to the activation %s brings the usual value of its parameter', (activation) => {
    const layer = edited(setAlpha(1, 0.7), setActivation(1, activation)).layers[0]!;
    expect(layer).toMatchObject({
      activation,
      alpha: activationOf(activation).alpha ?? 0,
      units: 4,
      keep: 'Z',
    });
  });

  it.each(keepRuleNames)('sets the keep rule %s on all layers', (keep) => {
    expect(edited(setAllKeeps(keep)).layers.map((layer) => layer.keep)).toEqual([keep, keep, keep]);
  });
});

describe('layers', () => {
  it('are added before the last, like the hidden layer that is last now', () => {
    const { layers } = edited(addLayer);
    expect(layers.map((layer) => layer.units)).toEqual([4, 3, 3, 1]);
    expect(layers[2]).toEqual(firstChoice.layers[1]);
    expect(layers[3]).toBe(firstChoice.layers[2]);
  });

  it('are added to a network of one layer as a hidden layer of relu', () => {
    const one = edited(removeLayer(1), removeLayer(1));
    expect(one.layers).toHaveLength(1);
    expect(addLayer(one).layers.map((layer) => layer.activation)).toEqual(['relu', 'sigmoid']);
  });

  it('are taken away one by one', () => {
    expect(edited(removeLayer(1)).layers).toEqual([firstChoice.layers[1], firstChoice.layers[2]]);
    expect(edited(removeLayer(2)).layers).toEqual([firstChoice.layers[0], firstChoice.layers[2]]);
  });

  it('keep the parameters of a file where they still fit', () => {
    const given = modelOf(opened).parameters;
    const wider = modelOf(setUnits(1, 3)(opened)).parameters;
    expect(toRows(wider.get('W1')!)).toHaveLength(3);
    expect(wider.get('b2')).toEqual(given.get('b2'));
    const reluToTanh = modelOf(setActivation(1, 'tanh')(opened)).parameters;
    expect(reluToTanh).toEqual(given);
  });
});
