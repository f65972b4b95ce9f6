import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationOf } from '../../../src/core/activations';
import { type Curve, curveOf } from '../../../src/core/verdict/curve';
import { preimagesOf } from '../../../src/core/verdict/preimages';
import { surveyOf } from '../../../src/core/verdict/survey';
import { enough, needed } from './known';

const preimages = (curve: Curve, z1: number) => preimagesOf(curve, surveyOf(curve), z1);

describe('the other inputs with the output of z₁', () => {
  it.each([...enough, ...needed])('have it to the last digits, for $name', (curve) => {
    const survey = surveyOf(curve);
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (z1) => {
        const a = curve.g(z1);
        for (const { from, to } of preimagesOf(curve, survey, z1))
          for (const z of [from, to])
            expect(Math.abs(curve.g(z) - a)).toBeLessThanOrEqual(2e-12 * Math.max(1, Math.abs(a)));
      }),
      { numRuns: 20 },
    );
  });

  it('are all of them: six more for a sine, from left to right', () => {
    const sine = curveOf(activationOf('sine'), 0);
    const full = 2 * Math.PI;
    const mirrored = Math.PI - 0.5;
    const all = [mirrored - 2 * full, 0.5 - full, mirrored - full, mirrored, 0.5 + full, mirrored + full];
    expect(preimages(sine, 0.5).map(({ from }) => from)).toEqual(all.map((z) => expect.closeTo(z, 12)));
  });

  it('say which of them make a witness with z₁', () => {
    const sine = curveOf(activationOf('sine'), 0);
    const verdicts = preimages(sine, 0.5).map(({ from, isWitness }) => [Math.cos(from) > 0, isWitness]);
    for (const [isParallel, isWitness] of verdicts) expect(isWitness).toBe(!isParallel);
  });

  it('are a whole plateau where z₁ stands on one, and nothing beside it', () => {
    const relu = curveOf(activationOf('relu'), 0);
    expect(preimages(relu, -3)).toEqual([{ from: -12, to: 0, slope: 0, isWitness: false }]);
    expect(preimages(relu, 0)).toEqual([{ from: -12, to: 0, slope: 0, isWitness: false }]);
    expect(preimages(relu, 2)).toEqual([]);
  });

  it('are none where g is undefined', () => {
    expect(preimages({ g: Math.sqrt, slope: (z) => 0.5 / Math.sqrt(z) }, -1)).toEqual([]);
  });
});
