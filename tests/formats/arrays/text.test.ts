import { describe, expect, it } from 'vitest';
import { readContents } from '../../../src/formats/arrays';

const contents = (text: string, name = 'mine.txt') => {
  const read = readContents(new TextEncoder().encode(text), name);
  return read.ok ? read.value : read.sentence;
};

describe('what Python prints', () => {
  it.each([
    [
      'dW1 = [[ 1.5 -2. ]\n [ 3.e-03  4. ]]',
      {
        dW1: [
          [1.5, -2],
          [0.003, 4],
        ],
      },
    ],
    ['dW1 =\n[[1. 2.]]\ndb1 = [[nan]\n [-inf]]', { dW1: [[1, 2]], db1: [[Number.NaN], [-Infinity]] }],
    [
      "{'dW1': array([[1., 2.],\n       [3., 4.]]), 'db1': array([[1.]])}",
      {
        dW1: [
          [1, 2],
          [3, 4],
        ],
        db1: [[1]],
      },
    ],
    ["grads: {'dW1': tensor([[1., 2.]], dtype=torch.float64)}", { dW1: [[1, 2]] }],
    ['cost = 0.75\nW[1] = [[1 2]]', { cost: 0.75, 'W[1]': [[1, 2]] }],
    ['Z1: [1, 2, 3]', { Z1: [1, 2, 3] }],
    ['dW1 [[1. 2.]]\ndb1 [[3.]]', { dW1: [[1, 2]], db1: [[3]] }],
    ['grads["dW1"] = [[1. 2.]]', { 'grads["dW1"]': [[1, 2]] }],
    ['{"dW1": array([[1., 2.]], dtype=float32)}', { dW1: [[1, 2]] }],
    [
      '[[1. 2.]\n [3. 4.]]',
      {
        mine: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ['array([[1., 2.]], dtype=float32)', { mine: [[1, 2]] }],
    ['>>> dW1\narray([[1., 2.]])\n>>> db1\narray([[3.]])', { dW1: [[1, 2]], db1: [[3]] }],
    ['Out[3]: \ndW1\nOut[4]: \narray([[1., 2.]])', { dW1: [[1, 2]] }],
    ["{'dW1': array([[1., 2.]]), 'cost': np.float64(0.75)}", { dW1: [[1, 2]], cost: 0.75 }],
    ['cost = 0.75; dW1 = [np.float32(1.0), np.float32(2.0)]', { cost: 0.75, dW1: [1, 2] }],
    ['dW₁ = [[−1. 2.]]\nmask1 = [[ True False]]', { dW1: [[-1, 2]], mask1: [[1, 0]] }],
    ['{"grads": {"dW1": [[1, 2]]}, "J": 0.5}', { dW1: [[1, 2]], J: 0.5 }],
  ])('is read by name: %j', (text, arrays) => {
    expect(contents(text)).toEqual({ arrays });
  });

  it('with most of it left out is refused, with what prints it all', () => {
    expect(contents('W1 = [[1. 2. ... 3. 4.]]')).toMatch(
      /np\.set_printoptions\(threshold=sys\.maxsize\) prints them all/,
    );
  });

  it('that cannot be read as numbers is named, with what stands in the way', () => {
    expect(contents('db1 = [[1.]]\ndW1 = [[1. 2.')).toMatch(/^dW1 begins with a bracket, but the text ends/);
    expect(contents('dW1 = [[1. two]]')).toBe('dW1: expected numbers between its brackets, but found “two”.');
    expect(contents('dW1 = [[1. --]]\ndb1 = [[1.]]')).toMatch(/but found “--”\.$/);
  });

  it.each(['hello', 'x = 5', 'the cost = 0.5 is small', 'W1 = relu([1])'])(
    'is told from other texts: %j',
    (text) => {
      expect(contents(text)).toMatch(
        /^Expected a model or a trace in JSON, or arrays as NumPy saves or prints them/,
      );
    },
  );
});

describe('a table of numbers', () => {
  it.each([
    'a,b\n1,2\n3,4',
    '1,2\n3,4\n',
    '1 2\n3 4',
    '# dW1\n1;2\r\n3;4',
    '1\t2\n3\t4\n\n',
    '1.0e+00, 2\n 3,4',
  ])('is called as its file is: %j', (text) => {
    expect(contents(text, '24-dW1.csv')).toEqual({
      arrays: {
        dW1: [
          [1, 2],
          [3, 4],
        ],
      },
    });
  });
});

it('a text of a hundred thousand brackets or names is answered in no time', () => {
  const start = performance.now();
  for (const text of [
    'W1 = '.concat('['.repeat(100_000)),
    'W1 = [1] '.repeat(100_000),
    '1,'.repeat(100_000),
    'a'.repeat(1_000_000),
    'a.'.repeat(500_000),
    `a${' '.repeat(1_000_000)}b`,
    `${' '.repeat(1_000_000)}x`,
    `array(${' '.repeat(1_000_000)}x`,
    `[1]${' '.repeat(1_000_000)}x`,
    `[1],${' )'.repeat(500_000)}x`,
    `1${' \t'.repeat(500_000)}x`,
  ])
    contents(text);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it('a text of ten million characters is refused, unless it is JSON or a table', () => {
  expect(contents('dW1 = [[0.1 0.2]]\n'.repeat(600_000))).toMatch(
    /^Expected at most 3 million characters.+np\.savez/,
  );
});

it.each([
  ['in JSON', (name: string, i: number) => `${i ? ',' : '{'}"${name}${i + 1}":[[1]]`, '}'],
  ['as they are printed', (name: string, i: number) => `${name}${i + 1} = [[1]]\n`, ''],
])('more arrays %s than any pass has are refused, whatever they are called', (_, written, end) => {
  for (const name of ['W', 'a']) {
    const text = Array.from({ length: 100_000 }, (_, i) => written(name, i)).join('') + end;
    const start = performance.now();
    const said = contents(text.replace('a1"', 'W1"').replace('a1 ', 'W1 '));
    expect(said).toBe('Expected at most 5000 arrays in one file, but found 100000.');
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});
