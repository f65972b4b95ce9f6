import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from '../../src/formats/json';
import { part } from '../extent';

/** JSON as Python's json module writes it: NaN and infinities are bare words. */
const asPython = (value: unknown): string =>
  typeof value === 'number'
    ? Object.is(value, -0)
      ? '-0.0'
      : String(value)
    : Array.isArray(value)
      ? `[${value.map(asPython).join(', ')}]`
      : typeof value === 'object' && value !== null
        ? `{${Object.entries(value)
            .map(([key, member]) => `${JSON.stringify(key)}: ${asPython(member)}`)
            .join(', ')}}`
        : JSON.stringify(value);

const withWords = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value)
    ? String(value)
    : Array.isArray(value)
      ? value.map(withWords)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withWords(member)]))
        : value;

it('NaN and infinities that stand bare are read, and texts that speak of them are left alone', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom('NaN', 'a, NaN', '"NaN"', '\\', '\\"NaN', '[NaN]', '-Infinity', 'Infinity\\'),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.double(),
      fc.constantFrom(Number.NaN, Infinity, -Infinity),
      texts,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(texts, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const json = asPython(any);
      fc.pre(json.trim() !== '');
      expect(readJson(json)).toEqual({
        ok: true,
        value: withWords(JSON.parse(JSON.stringify(any, keep), revive)),
      });
    }),
    { numRuns: part(1000) },
  );
});

/** JSON.stringify would lose NaN, infinities and -0; these two carry them through. */
const keep = (_: string, x: unknown) =>
  typeof x === 'number' && (!Number.isFinite(x) || Object.is(x, -0))
    ? { number: String(Object.is(x, -0) ? '-0' : x) }
    : x;
const revive = (_: string, x: unknown) =>
  typeof x === 'object' && x !== null && Object.keys(x).join() === 'number' && 'number' in x
    ? Number(x.number)
    : x;

it('a megabyte of numbers with NaN among them is read in no time', () => {
  const json = `[${Array.from({ length: 200_000 }, (_, i) => (i % 3 === 0 ? 'NaN' : String(Math.sin(i)))).join()}]`;
  const start = performance.now();
  expect(readJson(json).ok).toBe(true);
  expect(performance.now() - start).toBeLessThan(5_000);
});
