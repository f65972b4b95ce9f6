import { describe, expect, it } from 'vitest';
import { plainFile, sentenceFor } from './files';

const layer = (others: Readonly<Record<string, unknown>>) => ({
  layers: [
    { units: 2, activation: 'relu' },
    { units: 1, activation: 'sigmoid', ...others },
  ],
});

/** A list of small numbers written as JSON, since JSON.stringify has no word for what stands in `odd`. */
const withX = (odd: string) => JSON.stringify(plainFile()).replace('[1,2,3]', `[1,${odd},3]`);

/** What to put in place of a member, and the sentence that answers it. */
const wrongValues: readonly [others: Record<string, unknown>, sentence: string][] = [
  [{ name: 5 }, 'name: expected a text, but found 5.'],
  [
    { name: 'x'.repeat(201) },
    `name: expected a text of at most 200 characters, but found "${'x'.repeat(59)}….`,
  ],
  [{ precision: 'float16' }, 'precision: expected one of float32, float64, but found "float16".'],
  [
    { loss: 'hinge' },
    'loss: expected one of binary_cross_entropy, categorical_cross_entropy, mean_squared_error, but found "hinge".',
  ],
  [
    { loss: null },
    'loss: expected one of binary_cross_entropy, categorical_cross_entropy, mean_squared_error, but found null.',
  ],
  [{ layers: 'relu' }, 'layers: expected a list of 1 to 64 layers, but found "relu".'],
  [{ layers: [] }, 'layers: expected a list of 1 to 64 layers, but found a list of 0.'],
  [
    { layers: [3] },
    'layers[0]: expected a layer such as {"units": 4, "activation": "relu", "keep": "Z"}, but found 3.',
  ],
  [layer({ units: 0 }), 'layers[1].units: expected a whole number from 1 to 4096, but found 0.'],
  [layer({ units: 1.5 }), 'layers[1].units: expected a whole number from 1 to 4096, but found 1.5.'],
  [layer({ units: '1' }), 'layers[1].units: expected a whole number from 1 to 4096, but found "1".'],
  [
    layer({ units: undefined }),
    'layers[1].units: expected a whole number from 1 to 4096, but it is missing.',
  ],
  [layer({ keep: 'B' }), 'layers[1].keep: expected one of Z, A, ZA, mask, slope, none, but found "B".'],
  [
    layer({ keep: 'constructor' }),
    'layers[1].keep: expected one of Z, A, ZA, mask, slope, none, but found "constructor".',
  ],
  [layer({ alpha: '1' }), 'layers[1].alpha: expected a finite number, but found "1".'],
  [{ X: 5 }, 'X: expected a list of rows such as [[1, 2], [3, 4]], but found 5.'],
  [{ X: [] }, 'X: expected a list of rows such as [[1, 2], [3, 4]], but found a list of 0.'],
  [{ X: { 0: [1] } }, 'X: expected a list of rows such as [[1, 2], [3, 4]], but found an object.'],
  [{ X: [[]] }, 'X[0]: expected a row of numbers, but found a list of 0.'],
  [{ X: [1, [2]] }, 'X[0]: expected a row of numbers, but found 1.'],
  [
    {
      X: [
        [1, 2, 3],
        [4, 5],
      ],
    },
    'X[1]: expected a row of 3, as long as the first, but found a list of 2.',
  ],
  [{ X: [[1, 2, 3], null] }, 'X[1]: expected a row of numbers, but found null.'],
  [
    {
      X: [
        [1, 2, 3],
        [4, '5', 6],
      ],
    },
    'X[1][1]: expected a finite number, but found "5".',
  ],
  [
    {
      X: [
        [1, 2, 3],
        [4, 'NaN', 6],
      ],
    },
    'X[1][1]: expected a finite number, but found "NaN".',
  ],
  [
    {
      X: [
        [1, 2, 3],
        [4, null, 6],
      ],
    },
    'X[1][1]: expected a finite number, but found null.',
  ],
  [
    {
      X: [
        [1, 2, 3],
        [4, true, 6],
      ],
    },
    'X[1][1]: expected a finite number, but found true.',
  ],
  [
    {
      X: [
        [1, 2, 3],
        [4, [5], 6],
      ],
    },
    'X[1][1]: expected a finite number, but found a list of 1.',
  ],
  [{ Y: [[0, {}, 0]] }, 'Y[0][1]: expected a finite number, but found an object.'],
  [{ parameters: [] }, 'parameters.W1: expected 2 by 2, to fit X and the layers, but it is missing.'],
  [
    { parameters: 'W1' },
    'parameters: expected an object of parameters such as {"W1": [[1, 2]], "b1": [[0]]}, but found "W1".',
  ],
  [{ init: { scheme: 'he' } }, 'init.seed: expected a whole number from 0 to 2147483647, but it is missing.'],
  [
    { init: { scheme: 'lecun', seed: 1 } },
    'init.scheme: expected one of he, xavier, zeros, but found "lecun".',
  ],
  [
    { init: { scheme: 'he', seed: -1 } },
    'init.seed: expected a whole number from 0 to 2147483647, but found -1.',
  ],
  [{ init: 7 }, 'init: expected an object such as {"scheme": "he", "seed": 1}, but found 7.'],
  [
    { expected: 7 },
    'expected: expected an object of tensors such as {"Z1": [[1, 2]], "cost": 0.5}, but found 7.',
  ],
  [{ expected: { cost: '1' } }, 'expected.cost: expected a number, NaN or an infinity, but found "1".'],
  [
    { expected: { Z1: [[1, 'x']] } },
    'expected.Z1[0][1]: expected a number, NaN or an infinity, but found "x".',
  ],
];

describe('a value of the wrong kind', () => {
  it.each(wrongValues)('is refused by its place: %j', (others, sentence) => {
    expect(sentenceFor(plainFile(others))).toBe(sentence);
  });

  it('is refused where an activation is unknown, with all that there are', () => {
    expect(sentenceFor(plainFile(layer({ activation: 'swish' })))).toBe(
      'layers[1].activation: expected one of linear, relu, leaky_relu, relu6, elu, selu, sigmoid, hard_sigmoid, tanh, ' +
        'hard_tanh, softplus, softsign, gelu, silu, mish, hard_swish, sine, softmax, or {"name": …, "formula": …}, ' +
        'but found "swish".',
    );
    for (const name of ['toString', '__proto__', 'constructor', 'RELUX', ''])
      expect(sentenceFor(plainFile(layer({ activation: name })))).toMatch(
        /^layers\[1\]\.activation: expected one of/,
      );
  });

  it.each(['1e999', '-1e999', `1${'0'.repeat(400)}`])('is refused where it is not finite: %.6s', (odd) => {
    const found = odd.startsWith('-') ? '-Infinity' : 'Infinity';
    expect(sentenceFor(withX(odd))).toBe(`X[0][1]: expected a finite number, but found ${found}.`);
    const place = (member: string, json: string) =>
      sentenceFor(JSON.stringify(plainFile({ [member]: 'here' })).replace('"here"', json));
    expect(place('layers', `[{"units": 1, "activation": "elu", "alpha": ${odd}}]`)).toBe(
      `layers[0].alpha: expected a finite number, but found ${found}.`,
    );
    expect(place('parameters', `{"W1": [[${odd}]]}`)).toBe(
      `parameters.W1[0][0]: expected a finite number, but found ${found}.`,
    );
  });

  it('is shown by its beginning where it is long, and so is the name of a member', () => {
    const long = 'y'.repeat(1e6);
    expect(sentenceFor(plainFile({ loss: long })).length).toBeLessThan(250);
    expect(sentenceFor(plainFile({ parameters: { [long]: [[1]] } })).length).toBeLessThan(250);
  });
});
