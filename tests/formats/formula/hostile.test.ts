import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '../../../src/formats/formula';

const sentenceFor = (text: string): string => {
  const read = readFormula(text);
  if (read.ok) throw new Error(`${text} was taken for a formula`);
  return read.sentence;
};

describe('what is no formula', () => {
  for (const [text, sentence] of [
    ['', 'Expected a formula of z, such as z / (1 + exp(-z)), but it is empty.'],
    ['   ', 'Expected a formula of z, such as z / (1 + exp(-z)), but it is empty.'],
    ['x', 'Expected z, pi or e, but found "x" at character 1.'],
    ['z + constructor', 'Expected z, pi or e, but found "constructor" at character 5.'],
    ['z + __proto__', 'Expected z, pi or e, but found "__proto__" at character 5.'],
    ['exp(z', 'This is no formula: parenthesis ) expected at character 6.'],
    ['z +', 'This is no formula: unexpected end of expression at character 4.'],
    ['z > 0', 'Expected a comparison only before a ?, as in z > 0 ? z : 0, but found ">" at character 3.'],
    ['sin(z, 2)', 'Expected 1 argument of sin, but found "2" at character 1.'],
    ['1/0', 'Expected a formula with a finite value for some z from -12 to 12, but found none.'],
    ['z'.repeat(10_000), 'Expected a formula of at most 500 characters, but found 10,000.'],
    ['('.repeat(1_000_000), 'Expected a formula of at most 500 characters, but found 1,000,000.'],
    ['('.repeat(200), 'Expected parentheses at most 60 deep.'],
  ] as const)
    it(`is answered with a sentence: ${text.slice(0, 20) || 'nothing'}`, () => {
      expect(sentenceFor(text)).toBe(sentence);
    });

  for (const text of [
    'import("fs")',
    'import({z: 1})',
    'createUnit("foo")',
    'eval("z")',
    'z.constructor',
    'cos.constructor("return 1")()',
    'f(z) = z',
    'z = 1',
    '[z, z]',
    '{a: z}',
    '"z"',
    'z; z',
    'z[1]',
    'z!',
    "z'",
    '1e999',
    'z % 2',
    'unit("5cm")',
    'toString(z)',
    'hasOwnProperty(z)',
  ])
    it(`is refused by name, and does nothing: ${text}`, () => {
      expect(sentenceFor(text)).toMatch(/^(Expected|This is no formula)/);
    });
});

describe('ten thousand strings', () => {
  const pieces = fc.constantFrom(
    ...[
      'z',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      '?',
      ':',
      '<',
      '>',
      '=',
      '!',
      '.',
      ',',
      ';',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
    ],
    ...[
      'exp',
      'max',
      'constructor',
      '__proto__',
      'import',
      'this',
      'function',
      '=>',
      'and',
      'not',
      '1',
      '0.5',
      '1e9',
      ' ',
      '\n',
      '\\',
    ],
  );

  it('never throw, never change what all objects share, and never are anything but a formula or a sentence', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')),
          fc.string({ maxLength: 60 }),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        (text) => {
          const read = readFormula(text);
          if (read.ok) expect(typeof read.value.g(1)).toBe('number');
          else expect(read.sentence).toMatch(/\.$/);
        },
      ),
      { numRuns: 10_000, seed: 7 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
  });
});
