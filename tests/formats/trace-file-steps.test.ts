import { describe, expect, it } from 'vitest';
import { plainFile } from './files';
import { fileOf, modelIn, small, type TraceFile } from './traces';

describe('the steps of a trace file', () => {
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

  it('says how many bytes each step holds, and the most of them', () => {
    expect(small.steps.map((step) => step.cacheBytes)).toEqual([
      0, 48, 48, 72, 96, 72, 48, 48, 48, 48, 0, 0, 0,
    ]);
    expect(small.cacheBytes.peak).toBe(96);
  });
});
