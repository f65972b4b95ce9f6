import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '../../../src/formats/formula';
import { part } from '../../extent';

const sentenceFor = (text: string): string => {
  const read = readFormula(text);
  if (read.ok) throw new Error(`${text} was taken for a formula`);
  return read.sentence;
};

describe('what is no formula', () => {
  for (const [text, sentence] of [
    ['', 'Expected a formula of z, such as z / (1 + exp(-z)), but it is empty.'],
    ['   ', 'Expected a formula of z, such as z / (1 + exp(-z)), but it is empty.'],
    ['q', 'Expected z, pi or e, but found "q" at character 1.'],
    ['z + constructor', 'Expected z, pi or e, but found "constructor" at character 5.'],
    ['z + __proto__', 'Expected z, pi or e, but found "__proto__" at character 5.'],
    ['exp(z', 'This is no formula: parenthesis ) expected at character 6.'],
    ['z +', 'This is no formula: unexpected end of expression at character 4.'],
    ['z > 0', 'Expected a comparison only before a ?, as in z > 0 ? z : 0, but found ">" at character 3.'],
    ['sin(z, 2)', 'Expected 1 argument of sin, but found "sin(z, 2)" at character 1.'],
    ['exp(z) + x', 'Expected z, pi or e, but found "x" at character 10.'],
    ['exp(z) + e1 * p', 'Expected z, pi or e, but found "e1" at character 10.'],
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

describe('the longest formulas', () => {
  const nested = (open: string, close: string, times: number) =>
    `${open.repeat(times)}z${close.repeat(times)}`;

  // mathjs' own simplification and TeX take hours for these; a test that takes seconds here has found such a way again.
  for (const [what, text] of [
    ['250 factors', `${'z*'.repeat(249)}z`],
    ['250 powers', `${'z^'.repeat(249)}z`],
    ['250 quotients', `${'z/'.repeat(249)}z`],
    ['250 factors without a sign', `${'z '.repeat(249)}z`],
    ['490 signs', `${'-'.repeat(490)}z`],
    ['59 sines', nested('sin(', ')', 59)],
    ['59 tangents', nested('tan(', ')', 59)],
    ['59 square roots', nested('sqrt(', ')', 59)],
    ['59 powers in parentheses', nested('(', '^z)', 59)],
    ['40 products in quotients', nested('(z*sin(z)/', ')', 40)],
    ['160 comparisons', `${'z<='.repeat(160)}z ? z : 0`],
  ] as const)
    it(`are read, differentiated and written in TeX: ${what}`, () => {
      const read = readFormula(text);
      if (!read.ok) throw new Error(read.sentence);
      const { slope } = read.value;
      if (slope.how === 'symbolic') expect(slope.text.length).toBeLessThanOrEqual(500);
      else expect(slope.because).toMatch(/symbolic|symbols/);
      expect(read.value.tex.length).toBeLessThan(10_000);
    });
});

describe('thousands of strings', () => {
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
      { numRuns: part(10_000) },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
  });
});
