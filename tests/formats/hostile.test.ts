import { describe, expect, it } from 'vitest';
import { plainFile, sentenceFor } from './files';
import { open } from './opening';

describe('names that every object has', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s as a tensor changes nothing on the page', (name) => {
    const tensor = `{"${name}": {"polluted": 1, "W1": [[1]]}, `;
    const text = JSON.stringify(plainFile()).replace('"parameters":{', `"parameters":${tensor}`);
    expect(text).toContain(`"${name}"`);
    expect(open(text)).toBe('opened');
    expect({}).not.toHaveProperty('polluted');
    expect(sentenceFor(text.replace('"W2":', '"w2":'))).toMatch(/^parameters\.w2: expected a name/);
  });

  it.each(['toString', 'hasOwnProperty', 'valueOf'])(
    '%s as a tensor is refused as any other name',
    (name) => {
      expect(sentenceFor(plainFile({ parameters: { [name]: [[1]] } }))).toMatch(
        new RegExp(`^parameters\\.${name}: expected a name such as W1 or b1`),
      );
    },
  );

  it('__proto__ as a member of the file does not stand in for a member that is missing', () => {
    const { Y, ...rest } = plainFile();
    const text = JSON.stringify(rest).replace('{', `{"__proto__": {"Y": ${JSON.stringify(Y)}}, `);
    expect(sentenceFor(text)).toMatch(/^Y: expected .+, but it is missing\.$/);
  });
});

describe('a hostile file', () => {
  const long = 500_000;
  const withMember = (member: string, json: string) =>
    JSON.stringify(plainFile({ [member]: 'here' })).replace('"here"', () => json);

  it.each<[what: string, text: string, sentence: RegExp]>([
    [
      'layers without end',
      withMember('layers', `[${'1,'.repeat(long)}1]`),
      /^layers: expected a list of 1 to 64/,
    ],
    [
      'good layers without end',
      withMember('layers', `[${'{"units":1,"activation":"relu"},'.repeat(long / 10)}1]`),
      /^layers: expected a list of 1 to 64/,
    ],
    [
      'parameters without end',
      withMember('parameters', `{${Array.from({ length: long }, (_, i) => `"a${i}":1`).join()}}`),
      /^parameters\.a0: expected a name/,
    ],
    [
      'expected tensors without end',
      withMember('expected', `{${Array.from({ length: long }, (_, i) => `"a${i}":1`).join()}}`),
      /^expected\.a0: expected a name/,
    ],
    [
      'lists in lists',
      withMember('X', `${'['.repeat(long)}${']'.repeat(long)}`),
      /^X\[0\]\[0\]: expected a finite number/,
    ],
    ['an open list of lists', '['.repeat(long), /^Expected JSON/],
    [
      'a number without end',
      withMember('X', `[[1${'0'.repeat(long)}]]`),
      /^X\[0\]\[0\]: .+ found Infinity\.$/,
    ],
    [
      'rows that are empty',
      withMember('X', `[${'[],'.repeat(long)}[]]`),
      /^X\[0\]: expected a row of numbers/,
    ],
    ['a text without end', `"${'a'.repeat(long)}"`, /^Expected a JSON object .{0,120}$/],
  ])('with %s is refused at its first flaw', (_, text, sentence) => {
    expect(sentenceFor(text)).toMatch(sentence);
  });
});
