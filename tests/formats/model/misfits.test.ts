import { describe, expect, it } from 'vitest';
import { plainFile, sentenceFor } from '../files';

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
      { parameters: { W1, b1: [[0, 0, 0]], W2, b2 } },
      'parameters.b1: expected 2 by 1, to fit X and the layers, but found 1 by 3.',
    ],
    [
      { parameters: { W1, b1, W2: [[1], [1], [1]], b2 } },
      'parameters.W2: expected 1 by 2, to fit X and the layers, but found 3 by 1.',
    ],
    [{ caches: { Z1: [[1, 2]] } }, 'caches.Z1: expected 2 by 3, to fit X and the layers, but found 1 by 2.'],
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
      { expected: { dZ3: [[1]] } },
      'expected.dZ3: expected tensors of layers up to 2 only, but found one of layer 3.',
    ],
    [
      { version: 2, output: 'fused', loss: 'mean_squared_error' },
      'output: expected "two_steps", since only a sigmoid under binary_cross_entropy and a softmax under categorical_cross_entropy can be "fused".',
    ],
    [
      {
        version: 2,
        output: 'fused',
        layers: [{ units: 1, activation: 'softmax' }],
        loss: 'categorical_cross_entropy',
        parameters: undefined,
      },
      'output: expected "two_steps", since a softmax can be "fused" only where the labels of each example, a column of Y, sum to 1.',
    ],
    [{ version: 2, output: 'one_step' }, 'output: expected one of two_steps, fused, but found "one_step".'],
    [
      { layers: [{ units: 1, activation: 'tanh', route: 'X' }], parameters: undefined },
      'layers[0].route: expected one of A, Z, Z_stable, but found "X".',
    ],
  ])('are refused by their place: %j', (others, sentence) => {
    expect(sentenceFor(plainFile(others))).toBe(sentence);
  });
});
