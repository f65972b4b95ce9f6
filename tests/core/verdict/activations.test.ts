import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../../src/core/activations';
import { curveOf } from '../../../src/core/verdict/curve';
import { alphasTried, type Verdict, verdictAt, verdictOf } from '../../../src/core/verdict/verdict';
import { isWitness } from '../../../src/core/verdict/witness';
import pairs from './witnesses.json';

/** The verdicts of the design, section 2; what is not named here, A is enough for. */
const exceptions: Partial<Record<ActivationName, Verdict>> = {
  leaky_relu: 'A is enough while alpha ≥ 0',
  elu: 'A is enough while alpha ≥ 0',
  gelu: 'Z is needed',
  silu: 'Z is needed',
  mish: 'Z is needed',
  hard_swish: 'Z is needed',
  sine: 'Z is needed',
};

describe.each(activationNames)('the verdict on %s', (name) => {
  const activation = activationOf(name);
  const { verdict, found } = verdictOf(activation);

  it('is that of the design', () => {
    expect(verdict).toBe(exceptions[name] ?? 'A is enough');
  });

  it('agrees at every alpha with the routes that backward takes', () => {
    for (const { alpha, isEnough } of found) {
      const routes = activation.routes(alpha);
      // What reads nothing at all could do with A too.
      expect(routes.length === 0 || routes.includes('A'), `alpha ${alpha}`).toBe(isEnough);
    }
  });

  it('comes with a proof where A is not enough', () => {
    for (const { alpha, isEnough, witness } of found.filter((at) => !at.isEnough)) {
      const { z1, z2, a, dg1, dg2 } = witness!;
      expect(isEnough).toBe(false);
      expect(z1).not.toBe(z2);
      const curve = curveOf(activation, alpha);
      expect([curve.g(z1), curve.slope(z1), curve.slope(z2)]).toEqual([a, dg1, dg2]);
      expect(Math.abs(curve.g(z2) - a)).toBeLessThanOrEqual(1e-12);
      expect(Math.abs(dg1 - dg2)).toBeGreaterThan(1e-3);
    }
  });
});

describe('the verdict at one alpha', () => {
  const sides: [ActivationName, number, boolean][] = (['leaky_relu', 'elu'] as const).flatMap((name) =>
    [1e-12, 1e-6, 0.01, 0.5, 1, 3].flatMap((size): [ActivationName, number, boolean][] => [
      [name, size, true],
      [name, -size, false],
    ]),
  );

  it.each<[ActivationName, number, boolean]>([
    ...sides,
    ['leaky_relu', 0, true],
    ['leaky_relu', -0, true],
    ['elu', 0, true],
  ])('for %s with alpha = %d is that A is enough: %s', (name, alpha, isEnough) => {
    expect(verdictAt(activationOf(name), alpha).isEnough).toBe(isEnough);
  });

  it('tries alphas of both signs and 0 where there is a parameter, and nothing where there is none', () => {
    for (const name of activationNames) {
      const tried = alphasTried(activationOf(name));
      if (activationOf(name).alpha === undefined) expect(tried).toEqual([0]);
      else expect([1, 0, -1].every((sign) => tried.some((alpha) => Math.sign(alpha) === sign))).toBe(true);
    }
  });
});

describe('a pair that others have found by other means', () => {
  it.each(pairs)('for $activation with alpha = $alpha is a witness here too', (pair) => {
    const curve = curveOf(activationOf(pair.activation as ActivationName), pair.alpha);
    expect(isWitness(curve, pair.z1, pair.z2)).toBe(true);
    expect(curve.g(pair.z1)).toBeCloseTo(pair.a, 14);
    expect(curve.slope(pair.z1)).toBeCloseTo(pair.dg1, 14);
    expect(curve.slope(pair.z2)).toBeCloseTo(pair.dg2, 14);
  });
});
