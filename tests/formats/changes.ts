import fc from 'fast-check';

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
  // The length of a list is no member that JSON could give.
  fc.string().filter((key) => key !== 'length'),
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
export function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, key]))];
}

type Change = (holder: Record<string, unknown>, key: string) => void;

/** A file with one change at one place. */
export function changed(
  file: Record<string, unknown>,
  [...path]: readonly string[],
  change: Change,
): unknown {
  const copy = structuredClone(file);
  const last = path.pop();
  if (last === undefined) return copy;
  let holder: Record<string, unknown> = copy;
  for (const key of path) holder = holder[key] as Record<string, unknown>;
  change(holder, last);
  return copy;
}

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
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
