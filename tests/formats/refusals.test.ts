import { describe, expect, it } from 'vitest';
import { limits } from '../../src/formats/limits';
import { plainFile, sentenceFor } from './files';

const layer = (others: Readonly<Record<string, unknown>>) => ({
  layers: [
    { units: 2, activation: 'relu' },
    { units: 1, activation: 'sigmoid', ...others },
  ],
});

/** A list of small numbers written as JSON, since JSON.stringify has no word for what stands in `odd`. */
const withX = (odd: string) => JSON.stringify(plainFile()).replace('[1,2,3]', `[1,${odd},3]`);

describe('a text that is not JSON', () => {
  it.each([
    ['', 'Expected JSON, but the file is empty.'],
    [' \n\t', 'Expected JSON, but the file is empty.'],
    ['\uFEFF', 'Expected JSON, but the file is empty.'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'Expected JSON, but this is not a text in UTF-8.'],
    ['{\0"\0f\0', 'Expected JSON, but this is not a text in UTF-8.'],
    ['\uFFFD\uFFFDabc', 'Expected JSON, but this is not a text in UTF-8.'],
  ])('is refused in words: %j', (text, sentence) => {
    expect(sentenceFor(text)).toBe(sentence);
  });

  it.each([
    'hello',
    '{',
    '{"format": "cacheback-model"',
    '[1, 2,]',
    '{"a": NaN}',
    '{"a": Infinity}',
    "{'a': 1}",
    '1;',
  ])('is refused with what the browser says about it: %j', (text) => {
    expect(sentenceFor(text)).toMatch(/^Expected JSON, but it can't be read as such: .+\.$/s);
  });
});

describe('JSON that is no model file', () => {
  it.each([
    ['5', 'Expected a JSON object with "format": "cacheback-model", but found 5.'],
    ['null', 'Expected a JSON object with "format": "cacheback-model", but found null.'],
    ['"text"', 'Expected a JSON object with "format": "cacheback-model", but found "text".'],
    ['{}', 'format: expected "cacheback-model", but it is missing.'],
    ['[]', 'format: expected "cacheback-model", but it is missing.'],
    ['{"format": "cacheback-trace"}', 'format: expected "cacheback-model", but found "cacheback-trace".'],
    [
      '{"format": "cacheback-model", "version": 2}',
      'version: expected 1, the only version there is, but found 2.',
    ],
  ])('is refused: %s', (text, sentence) => {
    expect(sentenceFor(text)).toBe(sentence);
  });

  it.each(['format', 'version', 'precision', 'layers', 'loss', 'X', 'Y'])('is refused without %s', (name) => {
    expect(sentenceFor(plainFile({ [name]: undefined }))).toMatch(
      new RegExp(`^${name}: expected .+, but it is missing\\.$`),
    );
  });
});

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
  [{ X: [1, 2] }, 'X[0]: expected a row of numbers, but found 1.'],
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
  [
    { expected: { cost: '1' } },
    'expected.cost: expected a finite number or rows of finite numbers, but found "1".',
  ],
  [{ expected: { Z1: [[1, 'x']] } }, 'expected.Z1[0][1]: expected a finite number, but found "x".'],
  [{ expected: { Q1: [[1]] } }, 'expected.Q1: expected a name such as Z1, dW1 or cost, but found "Q1".'],
];

describe('a value of the wrong kind', () => {
  it.each(wrongValues)('is refused by its place: %j', (others, sentence) => {
    expect(sentenceFor(plainFile(others))).toBe(sentence);
  });

  it('is refused where an activation is unknown, with all that there are', () => {
    expect(sentenceFor(plainFile(layer({ activation: 'swish' })))).toBe(
      'layers[1].activation: expected one of linear, relu, leaky_relu, relu6, elu, selu, sigmoid, hard_sigmoid, tanh, ' +
        'hard_tanh, softplus, softsign, gelu, silu, mish, hard_swish, sine, softmax, but found "swish".',
    );
    for (const name of ['toString', '__proto__', 'constructor', 'RELU', ''])
      expect(sentenceFor(plainFile(layer({ activation: name })))).toMatch(
        /^layers\[1\]\.activation: expected one of/,
      );
  });

  it.each(['1e999', '-1e999', `1${'0'.repeat(400)}`])('is refused where it is not finite: %.6s', (odd) => {
    const found = odd.startsWith('-') ? '-Infinity' : 'Infinity';
    expect(sentenceFor(withX(odd))).toBe(`X[0][1]: expected a finite number, but found ${found}.`);
    const place = (member: string, json: string) =>
      sentenceFor(JSON.stringify(plainFile({ [member]: 'here' })).replace('"here"', json));
    expect(place('expected', `{"cost": ${odd}}`)).toBe(
      `expected.cost: expected a finite number, but found ${found}.`,
    );
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

describe('shapes that do not fit each other', () => {
  const W1 = [
    [1, 2],
    [3, 4],
  ];
  const b1 = [[0], [0]];
  const W2 = [[1, -1]];
  const b2 = [[0.5]];
  it.each<[others: Record<string, unknown>, sentence: string]>([
    [{ Y: [[0, 1]] }, 'Y: expected 1 by 3, to fit X and the layers, but found 1 by 2.'],
    [
      {
        Y: [
          [0, 1, 0],
          [1, 0, 1],
        ],
      },
      'Y: expected 1 by 3, to fit X and the layers, but found 2 by 3.',
    ],
    [{ X: [[1, 2, 3]] }, 'parameters.W1: expected 2 by 1, to fit X and the layers, but found 2 by 2.'],
    [{ parameters: {} }, 'parameters.W1: expected 2 by 2, to fit X and the layers, but it is missing.'],
    [
      { parameters: { W1, b1, W2 } },
      'parameters.b2: expected 1 by 1, to fit X and the layers, but it is missing.',
    ],
    [
      { parameters: { W1, b1: [[0, 0]], W2, b2 } },
      'parameters.b1: expected 2 by 1, to fit X and the layers, but found 1 by 2.',
    ],
    [
      { parameters: { W1, b1, W2: [[1], [1]], b2 } },
      'parameters.W2: expected 1 by 2, to fit X and the layers, but found 2 by 1.',
    ],
    [
      { parameters: { W1, b1, W2, b2, W3: [[1]] } },
      'parameters.W3: expected tensors of layers up to 2 only, but found one of layer 3.',
    ],
    [
      { parameters: { W1, b1, W2, b2, W01: [[1]] } },
      'parameters.W01: expected a name such as W1 or b1, but found "W01".',
    ],
    [
      { parameters: { W1, b1, W2, b2, Z1: [[1]] } },
      'parameters.Z1: expected a name such as W1 or b1, but found "Z1".',
    ],
    [
      { parameters: { W1, b1, W2, b2, W0: [[1]] } },
      'parameters.W0: expected a name such as W1 or b1, but found "W0".',
    ],
    [
      { expected: { cost: [[1, 2]] } },
      'expected.cost: expected 1 by 1, to fit X and the layers, but found 1 by 2.',
    ],
    [{ expected: { A0: [[1]] } }, 'expected.A0: expected 2 by 3, to fit X and the layers, but found 1 by 1.'],
    [
      { expected: { dW2: [[1]] } },
      'expected.dW2: expected 1 by 2, to fit X and the layers, but found 1 by 1.',
    ],
    [
      { expected: { dZ3: [[1]] } },
      'expected.dZ3: expected tensors of layers up to 2 only, but found one of layer 3.',
    ],
  ])('are refused by their place: %j', (others, sentence) => {
    expect(sentenceFor(plainFile(others))).toBe(sentence);
  });
});

describe('a model that is too large', () => {
  const row = (length: number) => Array(length).fill(1);
  const rows = (count: number, length: number) => Array(count).fill(row(length));
  const stack = (count: number, units = 1) => Array(count).fill({ units, activation: 'linear' });
  const sized = (inputs: number, layers: unknown[], m: number, outputs = 1) =>
    sentenceFor(plainFile({ X: rows(inputs, m), Y: rows(outputs, m), layers, parameters: undefined }));

  it('is refused with more than 64 layers, and opened with 64', () => {
    expect(sized(1, stack(64), 1)).toBe('was read');
    expect(sized(1, stack(65), 1)).toBe('layers: expected a list of 1 to 64 layers, but found a list of 65.');
  });

  it('is refused with more than 4,096 units in a layer, and opened with 4,096', () => {
    expect(sized(1, [...stack(1, 4096), ...stack(1)], 1)).toBe('was read');
    expect(sized(1, [...stack(1, 4097), ...stack(1)], 1)).toBe(
      'layers[0].units: expected a whole number from 1 to 4096, but found 4097.',
    );
  });

  it('is refused with more than 65,536 examples, and opened with 65,536', () => {
    expect(sized(1, stack(1), 65_536)).toBe('was read');
    expect(sized(1, stack(1), 65_537)).toBe(
      'examples, the columns of X: expected at most 65,536, but found 65,537.',
    );
  });

  it('is refused with more than four million parameters, and opened with four million', () => {
    expect(sized(1249, [...stack(1, 3200)], 1, 3200)).toBe('was read');
    expect(sized(1249, [...stack(1, 3200), ...stack(1)], 1)).toBe(
      'parameters: expected at most 4,000,000, but found 4,003,201.',
    );
  });

  it('is refused when one pass would fill the memory, though each number of its own is allowed', () => {
    expect(sized(1, stack(64, 900), 2000, 900)).toMatch(/^parameters: /);
    expect(sized(1, [...stack(1, 4096), ...stack(1)], 65_536)).toBe(
      'numbers in one pass: expected at most 100,000,000, but found 1,074,094,082.',
    );
  });

  it('is opened at every size that a course gives', () => {
    expect(limits.fileBytes).toBe(64 * 1024 * 1024);
    expect(sized(784, [...stack(1, 256), ...stack(1, 128), ...stack(1, 10)], 1000, 10)).toBe('was read');
    expect(sized(12_288, [...stack(1, 20), ...stack(1, 7), ...stack(1, 5), ...stack(1)], 209)).toBe(
      'was read',
    );
  });
});
