import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations';
import { lossNames } from '../../src/core/operations/losses';
import { dataSetNames, dataSets } from '../../src/data/sets';
import {
  type Choice,
  choiceOfFile,
  firstChoice,
  outputsOf,
  sizesOfChoice,
} from '../../src/state/choice/choice';
import {
  type Edit,
  setActivation,
  setData,
  setExamples,
  setInit,
  setLoss,
} from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { readChoice } from '../../src/state/choice/read';
import { plainFile, reading } from '../formats/files';

const opened = choiceOfFile(reading(plainFile()));
const edited = (...edits: Edit[]): Choice => edits.reduce((choice, edit) => edit(choice), firstChoice);
const lastOf = ({ layers }: Choice) => layers.at(-1)!;

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

  it('after an opened file has the last layer and the loss of its labels, whatever the file had', () => {
    const moons = setData('moons')(setLoss('mean_squared_error')(setActivation(2, 'gelu')(opened)));
    expect(lastOf(moons)).toMatchObject({ units: 1, activation: 'sigmoid' });
    expect(moons.loss).toBe('binary_cross_entropy');
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
