import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  choiceOfFile,
  firstChoice,
  nameOf,
  outputsOf,
  sizesOfChoice,
} from '../../../src/state/choice/choice';
import { readChoice } from '../../../src/state/choice/read';
import { part } from '../../extent';
import { anyFile, plainFile, reading } from '../../formats/files';

const opened = choiceOfFile(reading(plainFile({ name: 'two layers' })));

/** The sentence with which a choice is refused that has other members in place of its own. */
function sentenceFor(others: object, choice: Choice = firstChoice): string {
  const read = readChoice({ ...choice, ...others });
  return read.ok ? 'was read' : read.sentence;
}

/** The layers of the first choice, with one changed. */
const layersWith = (l: number, others: object) =>
  firstChoice.layers.map((layer, i) => (i === l - 1 ? { ...layer, ...others } : layer));

describe('what the page opens on', () => {
  it('is 2-4-3-1 with relu, tanh and sigmoid on eight planar flowers, before the first step', () => {
    expect(sizesOfChoice(firstChoice)).toEqual({ units: [2, 4, 3, 1], m: 8 });
    expect(firstChoice.layers.map((layer) => layer.activation)).toEqual(['relu', 'tanh', 'sigmoid']);
    expect(firstChoice.layers.map((layer) => layer.keep)).toEqual(['Z', 'Z', 'Z']);
    expect(firstChoice).toMatchObject({
      loss: 'binary_cross_entropy',
      precision: 'float32',
      data: { set: 'flowers', m: 8 },
    });
    expect(readChoice(firstChoice)).toEqual({ ok: true, value: firstChoice });
  });
});

describe('the choice of a file', () => {
  it('has its data and parameters, and draws from seed 1 by He what it does not bring', () => {
    expect(opened).toMatchObject({
      init: { scheme: 'he', seed: 1 },
      data: { name: 'two layers', Y: [[0, 1, 0]] },
    });
    const init = { scheme: 'xavier', seed: 7 };
    expect(choiceOfFile(reading(plainFile({ init, parameters: undefined })))).toMatchObject({ init });
  });

  it('can be read as strictly as a link, and is the same then', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const choice = choiceOfFile(reading(file));
        expect(readChoice(structuredClone(choice))).toEqual({ ok: true, value: choice });
      }),
    );
  });

  it('has the name of the file, and other choices that of their layers and their data', () => {
    expect(nameOf(opened)).toBe('two layers');
    expect(nameOf(firstChoice)).toBe('2-4-3-1 flowers');
  });
});

describe('units of the last layer', () => {
  it('follow the labels: one for two classes, one a class for more, one a row of Y', () => {
    expect(outputsOf(firstChoice)).toBe(1);
    expect(outputsOf({ ...firstChoice, data: { set: 'iris', m: 3 } })).toBe(3);
    expect(outputsOf(opened)).toBe(1);
  });
});

describe('a choice from outside', () => {
  it.each<[others: object, sentence: string]>([
    [{ layers: [] }, 'layers: expected a list of 1 to 64 layers, but found a list of 0.'],
    [
      { layers: Array(65).fill(firstChoice.layers[2]) },
      'layers: expected a list of 1 to 64 layers, but found a list of 65.',
    ],
    [
      { layers: layersWith(1, { units: 0 }) },
      'layers[0].units: expected a whole number from 1 to 4096, but found 0.',
    ],
    [
      { layers: layersWith(1, { units: 4097 }) },
      'layers[0].units: expected a whole number from 1 to 4096, but found 4097.',
    ],
    [
      { layers: layersWith(1, { units: Number.NaN }) },
      'layers[0].units: expected a whole number from 1 to 4096, but found NaN.',
    ],
    [
      { layers: layersWith(1, { alpha: Infinity }) },
      'layers[0].alpha: expected a finite number, but found Infinity.',
    ],
    [
      { layers: layersWith(3, { units: 2 }) },
      'units of the last layer: expected 1, to fit the labels, but found 2.',
    ],
    [
      { loss: 'hinge' },
      'loss: expected one of binary_cross_entropy, categorical_cross_entropy, mean_squared_error, but found "hinge".',
    ],
    [{ precision: 'float16' }, 'precision: expected one of float32, float64, but found "float16".'],
    [
      { init: { scheme: 'he', seed: 0.5 } },
      'init.seed: expected a whole number from 0 to 2147483647, but found 0.5.',
    ],
    [
      { init: { scheme: 'he', seed: 2 ** 31 } },
      'init.seed: expected a whole number from 0 to 2147483647, but found 2147483648.',
    ],
    [{ init: undefined }, 'init: expected an object such as {"scheme": "he", "seed": 1}, but it is missing.'],
    [{ data: { set: 'moons', m: 0 } }, 'data.m: expected a whole number from 1 to 65536, but found 0.'],
    [
      { data: { set: 'moons', m: 4097 } },
      'm: expected at most 4096, since Moons has no more, but found 4097.',
    ],
    [{ data: undefined }, 'data: expected a data set such as {"set": "moons", "m": 8}, but it is missing.'],
  ])('is refused as a file is: %j', (others, sentence) => {
    expect(sentenceFor(others)).toBe(sentence);
  });

  it('is refused where the m of Iris is more than there are flowers', () => {
    const { layers, ...rest } = firstChoice;
    const classes = { ...rest, layers: [{ ...layers[0]!, units: 3 }] };
    expect(sentenceFor({ data: { set: 'iris', m: 151 } }, classes)).toBe(
      'm: expected at most 150, since Iris has no more, but found 151.',
    );
  });

  it.each<[others: object, sentence: RegExp]>([
    [{ X: [[1, 2], [3]] }, /^data\.X\[1\]: expected a row of 2/],
    [
      {
        X: [
          [Number.NaN, 2, 3],
          [3, 4, 5],
        ],
      },
      /^data\.X\[0\]\[0\]: expected a finite number, but found NaN/,
    ],
    [
      {
        X: [
          [1, 2],
          [3, 4],
        ],
      },
      /^Y: expected 2 columns, as many as X has, but found 3\.$/,
    ],
    [
      {
        Y: [
          [1, 0, 1],
          [0, 1, 0],
        ],
      },
      /^units of the last layer: expected 2, to fit the labels, but found 1\.$/,
    ],
    [
      { X: [Array(65_537).fill(0)], Y: [Array(65_537).fill(0)] },
      /^examples, the columns of X: expected at most 65,536/,
    ],
    [{ parameters: { W1: 'x' } }, /^data\.parameters\.W1: expected a list of rows/],
    [{ parameters: { constructed: [[1]] } }, /^data\.parameters\.constructed: expected a name such as W1/],
    [{ name: undefined }, /^data\.name: expected a text, but it is missing\.$/],
  ])('is refused by the place of its data: %j', (others, sentence) => {
    expect(sentenceFor({ data: { ...opened.data, ...others } }, opened)).toMatch(sentence);
  });

  it('is never thrown at, whatever it is', () => {
    const members = ['layers', 'loss', 'precision', 'init', 'data'] as const;
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...members), (value, member) => {
        expect(readChoice(value).ok).toBe(false);
        expect(readChoice({ ...firstChoice, [member]: value }).ok).toBeTypeOf('boolean');
      }),
      { numRuns: part(1000) },
    );
  });
});
