import fc from 'fast-check';
import { activationNames, activationOf } from '../../src/core/activations';
import { initSchemeNames } from '../../src/core/model/init';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { lossNames } from '../../src/core/operations/losses';
import { readModelFile } from '../../src/formats/model/model-file';
import type { ModelFile } from '../../src/formats/model/model-file-schema';

/** A small model file as it stands in JSON, with other members in place of its own; undefined takes one away. */
export const plainFile = (others: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  format: 'cacheback-model',
  version: 1,
  precision: 'float64',
  layers: [
    { units: 2, activation: 'relu', keep: 'A' },
    { units: 1, activation: 'sigmoid' },
  ],
  loss: 'binary_cross_entropy',
  X: [
    [1, 2, 3],
    [4, 5, 6],
  ],
  Y: [[0, 1, 0]],
  parameters: {
    W1: [
      [1, 2],
      [3, 4],
    ],
    b1: [[0], [0]],
    W2: [[1, -1]],
    b2: [[0.5]],
  },
  ...others,
});

/** A file's text. JSON.stringify alone writes -0 as 0. */
const textOf = (file: unknown): string =>
  typeof file === 'string'
    ? file
    : JSON.stringify(file, (_, x: unknown) => (Object.is(x, -0) ? '(minus zero)' : x)).replaceAll(
        '"(minus zero)"',
        '-0',
      );

/** The sentence with which a text is refused; the text itself where it is not. */
export function sentenceFor(file: unknown): string {
  const read = readModelFile(textOf(file));
  return read.ok ? 'was read' : read.sentence;
}

/** A file that must be readable, read. */
export function reading(file: unknown): ModelFile {
  const read = readModelFile(textOf(file));
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

/** Any finite number: subnormals, the largest and -0 too. */
export const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    0,
    -0,
    5e-324,
    -5e-324,
    2.2250738585072014e-308,
    Number.MAX_VALUE,
    0.1,
    1e21,
    1e-7,
    123456789012345680000,
  ),
);

const rows = (rows: number, cols: number) =>
  fc.array(fc.array(anyNumber, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows });

const anyLayer = fc.constantFrom(...activationNames).chain((activation) =>
  fc.record(
    {
      units: fc.integer({ min: 1, max: 4 }),
      activation: fc.constant(activation),
      keep: fc.constantFrom(...keepRuleNames),
      ...(activationOf(activation).alpha !== undefined && { alpha: anyNumber }),
    },
    { requiredKeys: ['units', 'activation'] },
  ),
);

/** Any model file that is one, as it stands in JSON. */
export const anyFile: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc.array(anyLayer, { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 6 }),
  )
  .chain(([layers, inputs, m]) => {
    const units = [inputs, ...layers.map((layer) => layer.units)];
    const parameters = layers.flatMap((layer, i) => [
      [`W${i + 1}`, rows(layer.units, units[i]!)] as const,
      [`b${i + 1}`, rows(layer.units, 1)] as const,
    ]);
    return fc.record(
      {
        format: fc.constant('cacheback-model'),
        version: fc.constant(1),
        name: fc.string({ maxLength: 200 }),
        precision: fc.constantFrom('float32', 'float64'),
        layers: fc.constant(layers),
        loss: fc.constantFrom(...lossNames),
        X: rows(inputs, m),
        Y: rows(units.at(-1)!, m),
        parameters: fc.record(Object.fromEntries(parameters)),
        init: fc.record({
          scheme: fc.constantFrom(...initSchemeNames),
          seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        }),
        expected: fc.record({ cost: anyNumber, Z1: rows(units[1]!, m) }, { requiredKeys: [] }),
      },
      {
        requiredKeys: ['format', 'version', 'precision', 'layers', 'loss', 'X', 'Y'],
      },
    );
  });
