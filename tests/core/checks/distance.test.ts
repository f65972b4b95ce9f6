import { describe, expect, it } from 'vitest';
import { largestDistance } from '../../../src/core/checks/distance';
import { inputGradient, tensorOf } from '../../../src/core/checks/tensor-of';
import { fromRows, map, toRows } from '../../../src/core/math/matrix';
import { record } from '../../../src/core/pass/record';
import { modelFrom } from '../models';
import { centralDifferences } from '../pass/central-differences';

const { NaN: nan } = Number;

describe('the largest distance of two matrices', () => {
  const a = fromRows(
    [
      [1, 2],
      [3, 4],
    ],
    'float64',
  );
  const times = (factor: number) => map(a, (x) => factor * x);

  it('is that of the cells furthest apart, as a part of the largest cell, however small all of them are', () => {
    const b = fromRows(
      [
        [1, 2.5],
        [3, 8],
      ],
      'float64',
    );
    expect(largestDistance(a, times(1))).toBe(0);
    expect(largestDistance(a, b)).toBe(0.5);
    expect(largestDistance(times(1e-30), times(2e-30))).toBe(0.5);
    expect(largestDistance(times(0), times(1e-30))).toBe(1);
    expect(largestDistance(times(1e-30), times(0))).toBe(Infinity);
    expect(largestDistance(times(0), times(-0))).toBe(0);
  });

  it.each([nan, Infinity, -Infinity])('is NaN where %d stands in one or in both', (odd) => {
    for (const cell of [1, 4]) {
      const broken = map(a, (x) => (x === cell ? odd : 2 * x));
      expect(largestDistance(broken, a)).toBeNaN();
      expect(largestDistance(a, broken)).toBeNaN();
      expect(largestDistance(broken, broken)).toBeNaN();
    }
  });

  it('is refused for two shapes, which it names', () => {
    expect(() => largestDistance(a, fromRows([[1, 2, 3, 4]], 'float64'))).toThrow(
      'cannot compare 2 by 2 with 1 by 4',
    );
  });
});

describe('central differences', () => {
  // J = Σ(w x + b − y)² / 2m of one linear unit, whose gradient is known: dW = Σ(z − y)x / m, db = Σ(z − y) / m.
  const model = {
    ...modelFrom({ inputs: 1, layers: [{ activation: 'linear', units: 1 }], m: 2 }),
    X: fromRows([[1, 2]], 'float64'),
    Y: fromRows([[0, 1]], 'float64'),
    parameters: new Map([
      ['W1', fromRows([[3]], 'float64')],
      ['b1', fromRows([[-1]], 'float64')],
    ]),
  };

  it('are those of the cost for each cell of a parameter', () => {
    expect(centralDifferences(model, 'W1').data[0]).toBeCloseTo((2 * 1 + 4 * 2) / 2, 9);
    expect(centralDifferences(model, 'b1').data[0]).toBeCloseTo((2 + 4) / 2, 9);
  });

  it('leave the model as it was', () => {
    centralDifferences(model, 'W1');
    expect(toRows(model.parameters.get('W1')!)).toEqual([[3]]);
  });

  it('of what is no parameter are refused by name', () => {
    expect(() => centralDifferences(model, 'W2')).toThrow('the model has no parameter W2');
  });
});

describe('a tensor of a trace', () => {
  const trace = record(modelFrom({ inputs: 2, layers: [{ activation: 'tanh' }], m: 1 }));

  it('is its buffer, and none where the pass has none', () => {
    expect(tensorOf(trace, 'Z1')).toBe(trace.buffers.get('Z1'));
    expect(tensorOf(trace, 'Z2')).toBeUndefined();
  });

  it('called dA0 is W[1]ᵀ dZ[1], which no step computes', () => {
    const [W, dZ] = ['W1', 'dZ1'].map((name) => toRows(trace.buffers.get(name)!)) as [number[][], number[][]];
    const expected = [0, 1].map((i) => [W[0]![i]! * dZ[0]![0]! + W[1]![i]! * dZ[1]![0]!]);
    expect(toRows(tensorOf(trace, 'dA0')!)).toEqual(expected);
    expect(toRows(inputGradient(trace))).toEqual(expected);
    expect(trace.buffers.has('dA0')).toBe(false);
  });
});
