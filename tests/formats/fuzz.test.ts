import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../src/core/record';
import { readModelFile } from '../../src/formats/model-file';
import { modelOf } from '../../src/state/build';
import { choiceOfFile } from '../../src/state/choice';
import { anyFile, plainFile, sentenceFor } from './files';

/** Reads a text and, where it is a model, runs it. What is refused is refused in a sentence. */
function open(text: string): 'opened' | 'refused' {
  const read = readModelFile(text);
  if (!read.ok) {
    expect(read.sentence).toMatch(/^\S.*\.$/s);
    return 'refused';
  }
  record(modelOf(choiceOfFile(read.value)));
  return 'opened';
}

/** Values that programs trip over. */
const oddValues = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    null,
    '',
    '__proto__',
    'constructor',
    'toString',
    -1,
    0,
    1.5,
    1e300,
    2 ** 53,
    true,
    [],
    [[]],
    {},
  ),
);

const oddKeys = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',

    '0',
    'W1',
    'b0',
    'cost',
  ),
);

/** The places inside a value at which something stands, as lists of keys. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]))];
}

type Change = (holder: Record<string, unknown>, key: string) => void;

/** A file with one change at one place. */
function changed(file: Record<string, unknown>, [...path]: readonly string[], change: Change): unknown {
  const copy = structuredClone(file);
  const last = path.pop();
  if (last === undefined) return copy;
  let holder: Record<string, unknown> = copy;
  for (const key of path) holder = holder[key] as Record<string, unknown>;
  change(holder, last);
  return copy;
}

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  oddValues.map(
    (value): Change =>
      (holder, key) => {
        holder[key] = value;
      },
  ),
  fc.constant<Change>((holder, key) => {
    delete holder[key];
  }),
  fc.tuple(oddKeys, oddValues).map(
    ([name, value]): Change =>
      (holder) =>
        Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true }),
  ),
  fc.constant<Change>((holder, key) => {
    holder[key] = [holder[key], holder[key]];
  }),
);

describe('whatever is opened', () => {
  it('any text is refused in a sentence, and never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => open(text) === 'refused'),
      { numRuns: 500 },
    );
  });

  it('any JSON is refused in a sentence, and never thrown at', () => {
    fc.assert(
      fc.property(fc.json(), (text) => open(text) === 'refused'),
      { numRuns: 500 },
    );
  });

  it('a model file opens, and runs whatever its numbers are', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(open(JSON.stringify(file))).toBe('opened');
      }),
      { numRuns: 300 },
    );
  });

  it('a model file with anything at all changed in it opens or is refused in a sentence', () => {
    const outcomes = { opened: 0, refused: 0 };
    fc.assert(
      fc.property(anyFile, fc.nat(), anyChange, (file, at, change) => {
        const places = placesIn(file);
        outcomes[open(JSON.stringify(changed(file, places[at % places.length]!, change)))]++;
      }),
      { numRuns: 1500 },
    );
    expect(outcomes.opened).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(200);
  });

  it('a model file that is cut off anywhere is refused in a sentence', () => {
    const text = JSON.stringify(plainFile());
    for (let end = 0; end < text.length; end++) expect(open(text.slice(0, end))).toBe('refused');
  });
});

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
    const { loss, ...rest } = plainFile();
    const text = JSON.stringify(rest).replace('{', `{"__proto__": {"loss": ${JSON.stringify(loss)}}, `);
    expect(sentenceFor(text)).toMatch(/^loss: expected one of .+, but it is missing\.$/);
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
