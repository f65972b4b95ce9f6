import { beforeEach, describe, expect, it } from 'vitest';
import { planOf, plans } from '../../../src/compare/plans';
import { activationOf } from '../../../src/core/activations';
import { cacheOf } from '../../../src/core/activations/cells';
import { fromRows } from '../../../src/core/math/matrix';
import { record } from '../../../src/core/pass/record';
import { readModelFile } from '../../../src/formats/model/model-file';
import { writeModelFile } from '../../../src/formats/model/write-model-file';
import { linkOf, readLink } from '../../../src/state/address/shared-link';
import { checksOf } from '../../../src/state/checks/checks';
import { choiceOfFile, firstChoice, storedChoice } from '../../../src/state/choice/choice';
import { setActivation, setData, setFormula, setKeep } from '../../../src/state/choice/edits';
import { defineFormula, defineFormulas } from '../../../src/state/choice/formulas';
import { modelOf } from '../../../src/state/choice/model-of';
import { readChoice } from '../../../src/state/choice/read';
import { createStore } from '../../../src/state/store';

const store = createStore();

const TEXT = 'z * sin(z)';
const wave = { formula: TEXT };
const own = setFormula(1, 'wave', wave)(firstChoice);

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
  await defineFormula(wave);
  store.setState({ choice: firstChoice, position: 'start', notice: undefined });
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
    expect(choiceOfFile(file.value).layers[0]).toMatchObject({ activation: 'wave', own: wave });
    expect(readLink(linkOf(own, 'start').hash).choice).toEqual(own);
    expect(readChoice(storedChoice(own))).toEqual({ ok: true, value: own });
  });

  it('gives way to an activation of the record', () => {
    expect(setActivation(1, 'relu')(own).layers[0]).not.toHaveProperty('own');
    const last = setFormula(3, 'wave', wave)(firstChoice);
    expect(setData('iris')(last).layers[2]).not.toHaveProperty('own');
  });

  it('is defined when a file that has one is opened', async () => {
    await store.getState().open(fileOf({ name: 'cube', formula: 'z^3' }));
    expect(store.getState().choice.layers[0]).toMatchObject({ activation: 'cube', own: { formula: 'z^3' } });
    expect(record(modelOf(store.getState().choice)).steps.length).toBe(19);
  });

  it('that is none keeps a file from being opened, with a sentence that points at it', async () => {
    await store.getState().open(fileOf({ name: 'bad', formula: 'z + x' }));
    expect(store.getState().choice).toBe(firstChoice);
    expect(store.getState().notice).toBe(
      'f.json was not opened. A formula could not be read. Expected z, pi or e, but found "x" at character 5. The page still shows "2-4-3-1 flowers".',
    );
  });

  it('needs no waiting where it is known', () => {
    expect(defineFormulas(own)).toBeUndefined();
    expect(defineFormulas(firstChoice)).toBeUndefined();
  });

  it('has its slopes in a file, in a link and in what is stored, and version 2 where it has any', async () => {
    const written = { formula: 'z^3 + z', slope: '3*z^2', slopeFromA: '1 + a' };
    await defineFormula(written);
    const choice = setFormula(1, 'odd', written)(firstChoice);
    const text = writeModelFile(modelOf(choice), 'own').join('');
    expect(JSON.parse(text)).toMatchObject({
      version: 2,
      layers: [
        { activation: { name: 'odd', formula: 'z^3 + z', slope: '3*z^2', slope_from_a: '1 + a' } },
        {},
        {},
      ],
    });
    const file = readModelFile(text);
    if (!file.ok) throw new Error(file.sentence);
    expect(choiceOfFile(file.value).layers[0]).toMatchObject({ own: written });
    expect(readLink(linkOf(choice, 'start').hash).choice).toEqual(choice);
    expect(readChoice(storedChoice(choice))).toEqual({ ok: true, value: choice });
    expect(JSON.parse(writeModelFile(modelOf(own), 'own').join('')).version).toBe(1);
  });

  it('runs with its slopes as they are given, wrong ones too, and A is read where its slope is known', async () => {
    const written = { formula: 'z^3 + z', slope: '3*z^2', slopeFromA: '1 + a' };
    await defineFormula(written);
    for (const [keep, read, slope] of [
      ['Z', 'Z', (z: number) => 3 * z * z],
      ['A', 'A', (z: number) => 1 + z ** 3 + z],
      ['ZA', 'A', (z: number) => 1 + z ** 3 + z],
    ] as const) {
      const choice = setKeep(
        1,
        keep,
      )(setFormula(1, 'odd', written)({ ...firstChoice, precision: 'float64' }));
      const { steps, buffers } = record(modelOf(choice));
      const step = steps.find(
        ({ phase, op, layer }) => phase === 'backward' && op === 'activation' && layer === 1,
      )!;
      expect(step.cache.filter(({ kind }) => kind === 'read').map(({ slot }) => slot)).toEqual([read]);
      const [Z, dA, dZ] = ['Z1', 'dA1', 'dZ1'].map((name) => buffers.get(name)!.data);
      Z!.forEach((z, k) => {
        expect(dZ![k]).toBeCloseTo(dA![k]! * slope(z), 12);
      });
    }
  });

  it('turns the checks red where its slope is wrong, and leaves them green where it is right', async () => {
    for (const [slope, isRight] of [
      ['3*z^2 + 1', true],
      ['3*z^2', false],
    ] as const) {
      const written = { formula: 'z^3 + z', slope };
      await defineFormula(written);
      const trace = record(modelOf(setFormula(1, 'odd', written)({ ...firstChoice, precision: 'float64' })));
      const checks = checksOf();
      await checks.take(trace);
      const { counts } = checks.slopes(() => undefined);
      expect(counts.off > 0).toBe(!isRight);
    }
  });

  it('says which of its slopes could not be read', async () => {
    const activation = { name: 'odd', formula: 'z^3', slope: '3*z^2', slope_from_a: '1 + z' };
    await store.getState().open(fileOf(activation));
    expect(store.getState().notice).toBe(
      'f.json was not opened. The slope of a formula in terms of a could not be read. Expected a, pi or e, but found "z" at character 5. The page still shows "2-4-3-1 flowers".',
    );
  });

  it('is relu wherever it is written as relu, to the last cell, ties and all', async () => {
    const X = [[-2, -1, 0, 1, 2, 0.5]];
    for (const formula of [
      'max(0, z)',
      'max(z, 0)',
      'relu(z)',
      'z >= 0 ? z : 0',
      'z < 0 ? 0 : z',
      '(z >= 0)*z',
      '(z + abs(z))/2',
      'z*(sign(z)+1)/2',
    ]) {
      const written = { formula };
      await defineFormula(written);
      const { forward, backward } = activationOf({ activation: 'mine', own: written });
      const Z = fromRows(X, 'float32');
      const dA = fromRows([[1, Number.NaN, 3, 4, 5, 6]], 'float32');
      const cache = cacheOf('Z', Z);
      expect(
        Array.from(forward(Z, 0).data, (a) => a + 0),
        formula,
      ).toEqual([0, 0, 0, 1, 2, 0.5]);
      const dZ = Array.from(backward(cache, dA, 0).data, (d) => d + 0);
      // What selects by a comparison lets nothing through; a product with 0 lets NaN.
      const isSelecting = !/abs|sign/.test(formula);
      expect(dZ, formula).toEqual([0, isSelecting ? 0 : Number.NaN, 0, 4, 5, 6]);
    }
  });
});
