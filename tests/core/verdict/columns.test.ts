import { describe, expect, it } from 'vitest';
import { type Activation, activationNames, activationOf } from '../../../src/core/activations';
import { largestDistance } from '../../../src/core/checks/distance';
import { map, zip } from '../../../src/core/math/matrix';
import { columnPairs, mixesCells } from '../../../src/core/verdict/columns';
import { verdictAt } from '../../../src/core/verdict/verdict';

const softmax = activationOf('softmax');

/** softmax(z²) by column: one A from z and −z, with products of opposite signs. */
const softmaxOfSquares: Activation = {
  ...softmax,
  forward: (Z, alpha) =>
    softmax.forward(
      map(Z, (z) => z * z),
      alpha,
    ),
  backward: ({ Z }, dA, alpha) => {
    const squares = map(Z, (z) => z * z);
    const held = new Set(['Z'] as const);
    const inner = softmax.backward(
      { held, Z: squares, A: squares, mask: squares, slope: squares },
      dA,
      alpha,
    );
    return zip(inner, Z, (d, z) => 2 * z * d);
  },
};

describe('an activation that mixes the cells of a column', () => {
  it('is told by its forward', () => {
    for (const name of activationNames)
      expect(mixesCells(activationOf(name), activationOf(name).alpha ?? 0)).toBe(name === 'softmax');
  });

  it('has pairs of columns with one output found, far from each other, for softmax', () => {
    const pairs = columnPairs(softmax, 0);
    expect(pairs.length).toBeGreaterThan(3);
    for (const { Z1, Z2, A } of pairs) {
      expect(largestDistance(Z1, Z2)).toBeGreaterThan(0.1);
      expect(largestDistance(softmax.forward(Z1, 0), A)).toBe(0);
      expect(largestDistance(softmax.forward(Z2, 0), A)).toBeLessThanOrEqual(1e-12);
    }
  });

  it('shows by them that softmax forgets a constant and nothing else', () => {
    for (const { Z1, Z2 } of columnPairs(softmax, 0)) {
      const shift = zip(Z2, Z1, (z2, z1) => z2 - z1).data;
      for (const s of shift) expect(s).toBeCloseTo(shift[0]!, 10);
    }
  });

  it('has A suffice when all of them share their vector-Jacobian products', () => {
    expect(Math.max(...columnPairs(softmax, 0).map(({ distance }) => distance))).toBeLessThan(1e-12);
    expect(verdictAt(softmax, 0)).toEqual({ alpha: 0, isEnough: true });
  });

  it('needs Z when one pair does not', () => {
    const { isEnough, columns } = verdictAt(softmaxOfSquares, 0);
    expect(isEnough).toBe(false);
    expect(columns!.distance).toBeGreaterThan(1e-3);
  });
});
