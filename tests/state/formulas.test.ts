import { beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../src/core/record';
import { readModelFile, writeModelFile } from '../../src/formats/model-file';
import { modelOf } from '../../src/state/build';
import { choiceOfFile, firstChoice, readChoice, storedChoice } from '../../src/state/choice';
import { setActivation, setData, setFormula } from '../../src/state/edits';
import { defineFormula, defineFormulas } from '../../src/state/formulas';
import { planOf, plans } from '../../src/state/plans';
import { linkOf, readLink } from '../../src/state/shared-link';
import { useStore } from '../../src/state/store';

const TEXT = 'z * sin(z)';
const own = setFormula(1, 'wave', TEXT)(firstChoice);

const fileOf = (activation: unknown) =>
  new File(
    [
      JSON.stringify({
        ...JSON.parse(writeModelFile(modelOf(firstChoice), 'f').join('')),
        layers: [
          { units: 4, activation },
          { units: 3, activation: 'tanh' },
          { units: 1, activation: 'sigmoid' },
        ],
      }),
    ],
    'f.json',
  );

beforeEach(async () => {
  await defineFormula(TEXT);
  useStore.setState({ choice: firstChoice, position: 'start', notice: undefined });
});

describe('a formula as an activation', () => {
  it('runs, and every plan gives the gradients of keep Z', () => {
    const model = { ...modelOf({ ...own, precision: 'float64' }) };
    const expected = record(model).buffers.get('dW1')!.data;
    for (const reference of Object.keys(plans)) {
      const { data } = record(planOf(reference).apply(model)).buffers.get('dW1')!;
      data.forEach((x, k) => {
        expect(Math.abs(x - expected[k]!), reference).toBeLessThan(1e-9);
      });
    }
  });

  it('goes through a file and a link as it is', () => {
    const file = readModelFile(writeModelFile(modelOf(own), 'own').join(''));
    if (!file.ok) throw new Error(file.sentence);
    expect(choiceOfFile(file.value).layers[0]).toMatchObject({ activation: 'wave', formula: TEXT });
    expect(readLink(linkOf(own, 'start').hash).choice).toEqual(own);
    expect(readChoice(storedChoice(own))).toEqual({ ok: true, value: own });
  });

  it('gives way to an activation of the record', () => {
    expect(setActivation(1, 'relu')(own).layers[0]).not.toHaveProperty('formula');
    const last = setFormula(3, 'wave', TEXT)(firstChoice);
    expect(setData('iris')(last).layers[2]).not.toHaveProperty('formula');
  });

  it('is defined when a file that has one is opened', async () => {
    await useStore.getState().open(fileOf({ name: 'cube', formula: 'z^3' }));
    expect(useStore.getState().choice.layers[0]).toMatchObject({ activation: 'cube', formula: 'z^3' });
    expect(record(modelOf(useStore.getState().choice)).steps.length).toBe(19);
  });

  it('that is none keeps a file from being opened, with a sentence that points at it', async () => {
    await useStore.getState().open(fileOf({ name: 'bad', formula: 'z + x' }));
    expect(useStore.getState().choice).toBe(firstChoice);
    expect(useStore.getState().notice).toBe(
      'f.json was not opened. A formula could not be read. Expected z, pi or e, but found "x" at character 5. The page still shows "2-4-3-1 flowers".',
    );
  });

  it('needs no waiting where it is known', () => {
    expect(defineFormulas(own)).toBeUndefined();
    expect(defineFormulas(firstChoice)).toBeUndefined();
  });
});
