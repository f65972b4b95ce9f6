import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/core/activations/normal';
import { compareExpected } from '../../../src/core/checks/expected/expected';
import { fromRows, map } from '../../../src/core/math/matrix';
import { isGradient } from '../../../src/core/model/names';
import { record } from '../../../src/core/pass/record';
import { modelOf } from '../../mine/drawn';

/** A network of two layers, whose first has W = 1 and b = 0: its Z is X. */
const traceOf = (activation: string, X: readonly number[]) =>
  record(
    modelOf({
      activations: [activation, 'linear'],
      units: [1, 1, 1],
      m: X.length,
      loss: 'mean_squared_error',
      X: [[...X]],
      Y: [X.map(() => 0.5)],
      parameters: { W1: [[1]], b1: [[0]], W2: [[0.7]], b2: [[0.1]] },
    }),
  );

describe('what another right program has', () => {
  it('is as expected with 1/6 in float64 for the slope of hard_sigmoid, and red with a millionth more', () => {
    const trace = traceOf('hard_sigmoid', [-1.2, 0.3, 2.1, 4]);
    const expectedTimes = (part: number) =>
      new Map(
        Array.from(trace.buffers)
          .filter(([name]) => isGradient(name) && /1$/.test(name) && name !== 'dA1')
          .map(([name, matrix]) => [name, map(matrix, (x) => x * part)]),
      );
    const sixth = 1 / 6 / Math.fround(1 / 6);
    expect(compareExpected(trace, expectedTimes(sixth)).wrongCells).toEqual([]);
    expect(compareExpected(trace, expectedTimes(sixth + 1e-6)).wrongCells).toHaveLength(3);
  });

  it('is as expected where g is written as a difference, and little is left of it', () => {
    const Z = [-8.1, -7.3, -6.5, -3, 1];
    const gelu = Z.map((z) => (z * (1 + (2 * normalCdf(z) - 1))) / 2);
    const elu = Z.map((z) => (z > 0 ? z * 1e-9 : Math.exp(z * 1e-9) - 1));
    const near0 = Z.map((z) => z * 1e-9);
    const wrong = (activation: string, X: readonly number[], A: readonly number[]) =>
      compareExpected(traceOf(activation, X), new Map([['A1', fromRows([[...A]], 'float64')]])).wrongCells;
    expect(wrong('gelu', Z, gelu)).toEqual([]);
    expect(wrong('elu', near0, elu)).toEqual([]);
    expect(wrong('gelu', Z, gelu.toSpliced(2, 1, gelu[2]! * 1.01))).toHaveLength(1);
  });
});
