import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../src/core/activations';
import { keepRuleNames } from '../../src/core/keep-rules';
import { lossNames } from '../../src/core/losses';
import { toRows } from '../../src/core/matrix';
import { dataSetNames, dataSets } from '../../src/data/sets';
import { modelOf } from '../../src/state/build';
import {
  type Choice,
  choiceOfFile,
  firstChoice,
  outputsOf,
  readChoice,
  sizesOfChoice,
} from '../../src/state/choice';
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
  setPrecision,
  setUnits,
} from '../../src/state/edits';
import { plainFile, reading } from '../formats/files';

const opened = choiceOfFile(reading(plainFile()));
const edited = (...edits: Edit[]): Choice => edits.reduce((choice, edit) => edit(choice), firstChoice);
const lastOf = ({ layers }: Choice) => layers.at(-1)!;

describe('an edit', () => {
  it.each<[what: string, edit: Edit, member: keyof Choice]>([
    ['units', setUnits(2, 7), 'layers'],
    ['activation', setActivation(2, 'gelu'), 'layers'],
    ['alpha', setAlpha(2, 0.3), 'layers'],
    ['keep rule', setKeep(2, 'none'), 'layers'],
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

describe('another data set', () => {
  it.each(dataSetNames)('%s sets the width of the input, the last layer and the loss', (set) => {
    for (const before of [firstChoice, opened, edited(setData('iris'))]) {
      const choice = setData(set)(before);
      const { features, classes } = dataSets[set];
      expect(sizesOfChoice(choice).units[0]).toBe(features);
      expect(lastOf(choice).units).toBe(classes === 2 ? 1 : classes);
      expect(lastOf(choice).units).toBe(outputsOf(choice));
      expect(readChoice(choice).ok).toBe(true);
      expect(modelOf(choice).Y.rows).toBe(lastOf(choice).units);
    }
  });

  it('with three classes has a softmax and categorical cross-entropy, and back a sigmoid and binary', () => {
    const iris = edited(setData('iris'));
    expect(lastOf(iris)).toMatchObject({ units: 3, activation: 'softmax' });
    expect(iris.loss).toBe('categorical_cross_entropy');
    const moons = setData('moons')(iris);
    expect(lastOf(moons)).toMatchObject({ units: 1, activation: 'sigmoid' });
    expect(moons.loss).toBe('binary_cross_entropy');
  });

  it('with as many classes leaves the last layer and the loss that were chosen', () => {
    const chosen = [setActivation(3, 'tanh'), setLoss('mean_squared_error')];
    const moons = edited(...chosen, setData('moons'));
    expect(lastOf(moons).activation).toBe('tanh');
    expect(moons.loss).toBe('mean_squared_error');
  });

  it('has as many examples as before, as far as it has them', () => {
    expect(edited(setExamples(40), setData('moons')).data).toEqual({ set: 'moons', m: 40 });
    expect(edited(setExamples(1000), setData('iris')).data).toEqual({ set: 'iris', m: 150 });
    expect(setData('xor')(opened).data).toEqual({ set: 'xor', m: 8 });
  });

  it('leaves the hidden layers alone', () => {
    expect(edited(setData('iris')).layers.slice(0, 2)).toEqual(firstChoice.layers.slice(0, 2));
  });
});

describe('an opened file', () => {
  it('has as many examples as it has', () => {
    expect(setExamples(3)(opened)).toBe(opened);
  });

  it.each([{ seed: 5 }, { scheme: 'zeros' as const }])(
    'draws its parameters anew for another seed or scheme: %j',
    (init) => {
      const drawn = setInit(init)(opened);
      const parameters = modelOf(drawn).parameters;
      expect(parameters.get('W1')).not.toEqual(modelOf(opened).parameters.get('W1'));
      expect(modelOf(drawn).X).toEqual(modelOf(opened).X);
      expect(readChoice(drawn)).toEqual({ ok: true, value: drawn });
    },
  );
});

describe('whatever is picked', () => {
  it('the last layer and the loss give a choice that can be read, for every data set', () => {
    for (const set of dataSetNames)
      for (const activation of activationNames)
        for (const loss of lossNames) {
          const choice = edited(setData(set), setActivation(3, activation), setLoss(loss));
          expect(readChoice(choice)).toEqual({ ok: true, value: choice });
        }
  });
});
