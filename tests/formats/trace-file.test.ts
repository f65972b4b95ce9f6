import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/core/checks/tensor-of';
import { type Matrix, toRows } from '../../src/core/math/matrix';
import { record } from '../../src/core/pass/record';
import { writeTraceFile } from '../../src/formats/trace-file';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { anyNetwork } from '../core/models';
import { anyFile, plainFile, reading } from './files';
import { fileOf, modelIn, numbersIn, small, type TraceFile } from './traces';

describe('a trace file', () => {
  it('has every tensor that was computed and dA0, and none that was given', () => {
    expect(Object.keys(small.tensors).sort()).toEqual(
      ['Z1', 'A1', 'Z2', 'A2', 'cost', 'dA2', 'dZ2', 'dW2', 'db2', 'dA1', 'dZ1', 'dW1', 'db1', 'dA0'].sort(),
    );
    expect(small.tensors.cost).toBeTypeOf('number');
    expect(small.tensors.dA0).toEqual([
      [expect.any(Number), expect.any(Number), expect.any(Number)],
      [expect.any(Number), expect.any(Number), expect.any(Number)],
    ]);
  });

  it('has masks and slopes where they are kept', () => {
    const layers = [
      { units: 2, activation: 'relu', keep: 'mask' },
      { units: 1, activation: 'sigmoid', keep: 'slope' },
    ];
    const { tensors } = fileOf(modelIn(plainFile({ layers })));
    expect(tensors.mask1).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(numbersIn(tensors.slope2)).toHaveLength(3);
  });

  it('gives every number back exactly, and NaN and infinity as strings', () => {
    const same = (name: string, tensor: unknown, matrix: Matrix) =>
      expect(numbersIn(tensor), name).toEqual(Array.from(matrix.data));
    fc.assert(
      fc.property(anyFile, (file) => {
        const trace = record(modelIn(file));
        const { tensors } = JSON.parse(writeTraceFile(trace, '').join('')) as TraceFile;
        for (const [name, tensor] of Object.entries(tensors)) same(name, tensor, tensorOf(trace, name)!);
      }),
    );
    const overflowing = modelIn(
      plainFile({
        X: [
          [1e308, 1, 1],
          [1e308, 1, 1],
        ],
        loss: 'mean_squared_error',
      }),
    );
    expect(fileOf(overflowing).tensors.Z1).toEqual([
      ['Infinity', 3, 3],
      ['Infinity', 7, 7],
    ]);
  });

  it('has a model in it that opens as a model file and gives the same trace', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const file = fileOf(model);
        expect(fileOf(modelIn(file.model)).steps).toEqual(file.steps);
        expect(modelIn(file.model)).toMatchObject({ X: model.X, Y: model.Y, parameters: model.parameters });
      }),
    );
  });

  it('of a pass by PyTorch has the tensors that PyTorch expects, within 1e-12', () => {
    const file = reading(readFileSync(`${import.meta.dirname}/../reference/course-four-layer.json`, 'utf8'));
    const { tensors, model } = fileOf(modelOf(choiceOfFile(file)));
    for (const [name, expected] of Object.entries(file.expected!)) {
      const found = numbersIn(tensors[name]);
      for (const [k, y] of numbersIn(expected).entries())
        expect(Math.abs(found[k]! - y), `${name} ${k}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(y)));
    }
    expect(modelIn(model).parameters.get('W1')).toMatchObject({ rows: 5, type: 'float64' });
    expect(toRows(modelIn(model).X)).toEqual(file.X);
  });
});
