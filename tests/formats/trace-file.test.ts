import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/core/check';
import { type Matrix, toRows } from '../../src/core/matrix';
import type { Model } from '../../src/core/model';
import { record } from '../../src/core/record';
import { writeTraceFile } from '../../src/formats/trace-file';
import { modelOf } from '../../src/state/build';
import { choiceOfFile } from '../../src/state/choice';
import { anyNetwork } from '../core/models';
import { anyFile, plainFile, reading } from './files';

/** What is fixed of a trace file; other people's programs read it. */
interface TraceFile {
  readonly format: string;
  readonly version: number;
  readonly model: unknown;
  readonly steps: readonly {
    readonly index: number;
    readonly phase: string;
    readonly layer: number;
    readonly op: string;
    readonly reads: readonly string[];
    readonly writes: readonly string[];
    readonly cache: readonly { kind: string; layer: number; cache: string; slot: string }[];
    readonly cacheBytes: number;
  }[];
  readonly tensors: Readonly<Record<string, unknown>>;
  readonly cacheBytes: { readonly peak: number };
}

const modelIn = (file: unknown): Model => modelOf(choiceOfFile(reading(file)));
const fileOf = (model: Model): TraceFile => JSON.parse(writeTraceFile(record(model), 'a name').join(''));

/** The numbers of a tensor as it stands in a trace file. */
const numbersIn = (tensor: unknown): number[] => [tensor].flat(2).map(Number);

/** 2-2-1 with relu and sigmoid, keeping A and Z. */
const small = fileOf(modelIn(plainFile()));

describe('a trace file', () => {
  it('has the members that are fixed, in their order', () => {
    expect(Object.keys(small)).toEqual(['format', 'version', 'model', 'steps', 'tensors', 'cacheBytes']);
    expect(small).toMatchObject({
      format: 'cacheback-trace',
      version: 1,
      cacheBytes: { peak: expect.any(Number) },
    });
    for (const step of small.steps) {
      expect(Object.keys(step).sort()).toEqual(
        ['cache', 'cacheBytes', 'index', 'layer', 'op', 'phase', 'reads', 'writes'].sort(),
      );
      for (const event of step.cache)
        expect(event).toEqual({
          kind: expect.stringMatching(/^(save|read|miss|free)$/),
          layer: expect.any(Number),
          cache: expect.stringMatching(/^(linear|activation|loss)$/),
          slot: expect.any(String),
          buffer: expect.any(String),
        });
    }
  });

  it('lists the steps of the pass in the order in which they ran', () => {
    expect(small.steps.map(({ index, phase, op, layer }) => [index, phase, op, layer])).toEqual([
      [1, 'forward', 'linear', 1],
      [2, 'forward', 'activation', 1],
      [3, 'forward', 'linear', 2],
      [4, 'forward', 'activation', 2],
      [5, 'loss', 'cost', 2],
      [6, 'loss', 'cost_gradient', 2],
      [7, 'backward', 'activation', 2],
      [8, 'backward', 'weights', 2],
      [9, 'backward', 'bias', 2],
      [10, 'backward', 'input', 2],
      [11, 'backward', 'activation', 1],
      [12, 'backward', 'weights', 1],
      [13, 'backward', 'bias', 1],
    ]);
  });

  it('names what each step reads and writes, also what it reads through a slot', () => {
    const accesses = small.steps.map(({ reads, writes }) => [reads, writes]);
    expect(accesses.slice(0, 3)).toEqual([
      [['A0', 'W1', 'b1'], ['Z1']],
      [['Z1'], ['A1']],
      [['A1', 'W2', 'b2'], ['Z2']],
    ]);
    expect(accesses.slice(5, 12)).toEqual([
      [['A2', 'Y'], ['dA2']],
      [['dA2', 'Z2'], ['dZ2']],
      [['dZ2', 'A1'], ['dW2']],
      [['dZ2'], ['db2']],
      [['dZ2', 'W2'], ['dA1']],
      [['dA1', 'A1'], ['dZ1']],
      [['dZ1', 'A0'], ['dW1']],
    ]);
  });

  it('tells what happened to the caches in its order: a read before the free, a miss before the read', () => {
    const eventsAt = (file: TraceFile, op: string, phase = 'backward') =>
      file.steps
        .find((step) => step.op === op && step.phase === phase && step.layer === 1)!
        .cache.map(({ kind, cache, slot }) => `${kind} ${cache}.${slot}`);
    expect(eventsAt(small, 'linear', 'forward')).toEqual([
      'save linear.A_prev',
      'save linear.W',
      'save linear.b',
    ]);
    expect(eventsAt(small, 'activation')).toEqual(['read activation.A', 'free activation.A']);
    expect(eventsAt(small, 'weights')).toEqual([
      'read linear.A_prev',
      'free linear.A_prev',
      'free linear.W',
      'free linear.b',
    ]);
    const layers = [
      { units: 2, activation: 'silu', keep: 'A' },
      { units: 1, activation: 'sigmoid' },
    ];
    const missing = fileOf(modelIn(plainFile({ layers })));
    expect(eventsAt(missing, 'linear', 'recompute')).toEqual([
      'read linear.A_prev',
      'read linear.W',
      'read linear.b',
      'save activation.Z',
    ]);
    expect(eventsAt(missing, 'activation')).toEqual([
      'miss activation.Z',
      'read activation.Z',
      'free activation.A',
      'free activation.Z',
    ]);
    expect(missing.steps.find((step) => step.phase === 'recompute')!.reads).toEqual(['A0', 'W1', 'b1']);
  });

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

  it('says how many bytes each step holds, and the most of them', () => {
    expect(small.steps.map((step) => step.cacheBytes)).toEqual([
      0, 48, 48, 72, 96, 72, 48, 48, 48, 48, 0, 0, 0,
    ]);
    expect(small.cacheBytes.peak).toBe(96);
  });
});
