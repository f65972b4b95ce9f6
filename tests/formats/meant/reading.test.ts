import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../src/formats/model/model-file';
import { part } from '../../extent';
import { anyFile, plainFile, reading } from '../files';

const read = (file: unknown) => {
  const result = readModelFile(JSON.stringify(file));
  if (!result.ok) throw new Error(result.sentence);
  return result;
};

type Rows = number[][];
const turn = (rows: Rows): Rows => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

/** A file with examples in rows, weights as (inputs, units) and biases as rows. */
const inRows = (file: Record<string, unknown>) => ({
  ...file,
  X: turn(file.X as Rows),
  Y: turn(file.Y as Rows),
  parameters: Object.fromEntries(
    Object.entries(file.parameters as object).map(([name, rows]) => [name, turn(rows)]),
  ),
});

describe('examples in rows', () => {
  it('are read as the same file in columns wherever the shapes tell', () => {
    const told = anyFile.filter(({ X, Y, parameters }) => {
      const [inputs, m, outputs] = [(X as Rows).length, (X as Rows)[0]!.length, (Y as Rows).length];
      // Weights that are all square have no shape that tells them from turned ones, unless a row of biases does.
      return parameters !== undefined && inputs !== m && outputs !== m;
    });
    fc.assert(
      fc.property(told, (file) => {
        const { expected: _, ...rest } = file;
        const turned = read(inRows(rest));
        const shapes = (rows: Rows) => [rows.length, rows[0]!.length];
        expect(shapes(turned.value.X)).toEqual(shapes(file.X as Rows));
        expect(turned.value.X.flat()).toEqual((file.X as Rows).flat().map((x) => (Object.is(x, -0) ? 0 : x)));
        expect(turned.examples).toBe('rows');
        for (const [name, rows] of Object.entries(reading(file).parameters!))
          expect(shapes(turned.value.parameters![name]!), name).toEqual(shapes(rows));
      }),
      { numRuns: part(200) },
    );
  });

  it('are never seen in a file of ours', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { value, examples, remarks } = read(file);
        if (examples === 'rows') expect((file.X as Rows).length).toBe((file.X as Rows)[0]!.length);
        else expect(value.X).toEqual(JSON.parse(JSON.stringify(file.X)));
        if (examples === 'columns') expect(remarks).toEqual([]);
      }),
      { numRuns: part(200) },
    );
  });
});

describe('what a file says otherwise than ours', () => {
  const { value: plain } = read(plainFile());
  it.each<[what: string, others: Record<string, unknown>, remark: RegExp]>([
    ['a flat Y', { Y: [0, 1, 0] }, /^Y came flat, and is read as a row\.$/],
    [
      'flat biases',
      { parameters: { ...plain.parameters, b1: [0, 0], b2: 0.5 } },
      /^b\[1\] came flat, and is read as a column\.$/,
    ],
    [
      'biases in a row',
      { parameters: { ...plain.parameters, b1: [[0, 0]] } },
      /^b\[1\] came as a row, and is read as a column\.$/,
    ],
    [
      'parameters called params',
      { parameters: undefined, params: plain.parameters },
      /^params is read as parameters\.$/,
    ],
    [
      'parameters by other names',
      {
        parameters: {
          'W[1]': plain.parameters!.W1,
          b_1: plain.parameters!.b1,
          w2: plain.parameters!.W2,
          B2: [[0.5]],
        },
      },
      /^$/,
    ],
    [
      'another case',
      { loss: 'Binary-Cross-Entropy' },
      /^loss: "Binary-Cross-Entropy" is read as binary_cross_entropy\.$/,
    ],
    ['no format and no version', { format: undefined, version: undefined }, /^$/],
    [
      'an unknown member',
      { optimizer: 'adam' },
      /^optimizer is not known here, and it was passed over; known are format,/,
    ],
    ['a note', { comment: 'mine', made_by: 'me' }, /^$/],
  ])('%s is read as it is meant, and told', (_, others, remark) => {
    const { value, remarks } = read(plainFile(others));
    expect({ ...value, name: '' }).toEqual({ ...plain, name: '' });
    expect(remarks[0] ?? '').toMatch(remark);
  });

  it('a member that means nothing is told of wherever it stands', () => {
    const activation = { name: 'mine', formula: 'z^2', slop: '2*z' };
    const layers = [
      { units: 2, activation },
      { units: 1, activation: 'sigmoid', drop_out: 0.5 },
    ];
    const { remarks } = read(plainFile({ layers, init: { scheme: 'he', seed: 1, gain: 2 } }));
    expect(remarks.map((remark) => remark.split(' ')[0])).toEqual([
      'init.gain',
      'layers[0].activation.slop',
      'layers[1].drop_out',
    ]);
  });

  it('class numbers are read as one-hot columns', () => {
    const file = { ...plainFile(), layers: [{ units: 3, activation: 'softmax' }], parameters: undefined };
    expect(read({ ...file, Y: [2, 0, 1] }).value.Y).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(readModelFile(JSON.stringify({ ...file, Y: [2, 0, 3] })).ok).toBe(false);
  });

  it('the loss that is left out is the one that goes with the last layer', () => {
    const losses = {
      sigmoid: 'binary_cross_entropy',
      softmax: 'categorical_cross_entropy',
      tanh: 'mean_squared_error',
    };
    for (const [activation, loss] of Object.entries(losses)) {
      const layers = [
        { units: 2, activation: 'relu' },
        { units: 1, activation },
      ];
      expect(read(plainFile({ layers, loss: undefined })).value.loss).toBe(loss);
    }
  });

  it('two tensors of one name are told of, and the one that is called so is read', () => {
    const { value, remarks } = read(plainFile({ expected: { AL: [[1, 1, 1]], A2: [[2, 2, 2]] } }));
    expect(value.expected).toEqual({ A2: [[2, 2, 2]] });
    expect(remarks).toEqual(['expected: AL is nothing that a pass is compared with, and was passed over.']);
  });

  it("caches are read as an object, and as the course's list of ((A_prev, W, b), Z)", () => {
    const Z1 = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const { X, parameters: { W1, b1 } = {} } = plain;
    const lists = [
      { Z1 },
      [[[X, W1, b1], Z1]],
      [{ linear_cache: [X, W1, b1], activation_cache: Z1 }],
      [{ A_prev: X, W: W1, b: b1, Z: Z1 }],
    ];
    for (const caches of lists) expect(read(plainFile({ caches })).value.caches).toMatchObject({ Z1 });
  });
});
