import { describe, expect, it } from 'vitest';
import { spelt } from '../../../src/formats/meant/spelling';
import { tensorNamed } from '../../../src/formats/meant/tensor-names';

describe('a tensor', () => {
  it.each([
    ['dW1', 'dW1'],
    ['dW[1]', 'dW1'],
    ['dW_1', 'dW1'],
    ['dw1', 'dW1'],
    ['W1.grad', 'dW1'],
    ['grad_W1', 'dW1'],
    ['Z^[2]', 'Z2'],
    ['AL', 'A3'],
    ['dAL', 'dA3'],
    ['X', 'A0'],
    ['dX', 'dA0'],
    ['A_prev2', 'A1'],
    ['dA_prev1', 'dA0'],
    ['J', 'cost'],
    ['loss', 'cost'],
    ['grads["dW1"]', 'dW1'],
    ["gradients['db2']", 'db2'],
    ['parameters["W1"]', 'W1'],
    ['cache_Z1', 'Z1'],
    ['Z1_cache', 'Z1'],
    ['self.A1', 'A1'],
    ['dJ_dW1', 'dW1'],
    ['fc1.weight.grad', 'dW1'],
    ['linear2.bias', 'b2'],
    ['y_hat', 'A3'],
    ['Y_train', 'Y'],
  ])('that people call %s is %s', (written, name) => {
    expect(tensorNamed(written, 3)).toBe(name);
  });

  it.each([
    'W',
    'dZ',
    'dA_prev',
    'W0',
    'dW01',
    'Q1',
    'toString',
    'constructor',
    '__proto__',
    '',
    'dmb1',
    'Zprev2',
    'D',
    'dL',
    'dD1',
  ])('that is called %s in a network of three layers is not clear', (written) => {
    expect(tensorNamed(written, 3)).toBeUndefined();
  });

  it.each([
    ['W', 'W1'],
    ['b', 'b1'],
    ['dZ', 'dZ1'],
    ['A_prev', 'A0'],
    ['dA_prev', 'dA0'],
  ])('that is called %s in a network of one layer is %s', (written, name) => {
    expect(tensorNamed(written, 1)).toBe(name);
  });
});

it('a name is known by its letters, however they are written', () => {
  const names = ['leaky_relu', 'relu', 'hard_swish'];
  for (const word of ['LeakyReLU', 'leaky-relu', 'LEAKY_RELU', 'leaky relu'])
    expect(spelt(word, names)).toBe(names[0]);
  for (const word of ['swish', 'leaky', '', 5, null, undefined]) expect(spelt(word, names)).toBe(word);
});
