import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../../src/core/activations';
import { curveOf } from '../../../src/core/verdict/curve';
import { checkGivenSlope } from '../../../src/core/verdict/given-slope';
import { enough, needed } from './known';

const elementwise = activationNames.filter((name) => name !== 'softmax');

describe('a slope that is given', () => {
  it.each([...enough, ...needed])('is not called wrong where it is right, for $name', (curve) => {
    expect(checkGivenSlope(curve, curve.slope).off).toBeUndefined();
  });

  it.each(elementwise)('is right for %s, and wrong once it is changed by a hundredth or its sign', (name) => {
    const curve = curveOf(activationOf(name), activationOf(name).alpha ?? 0);
    const { told, off } = checkGivenSlope(curve, curve.slope);
    expect(told).toBeGreaterThan(180);
    expect(off).toBeUndefined();
    for (const factor of [1.01, 0.99, -1, 2])
      expect(checkGivenSlope(curve, (z) => factor * curve.slope(z)).off, `${factor}`).toBeDefined();
  });

  it.each(elementwise)('is judged in proportion: that of c·g for %s as that of g', (name) => {
    const curve = curveOf(activationOf(name), activationOf(name).alpha ?? 0);
    const { told } = checkGivenSlope(curve, curve.slope);
    for (const c of [1e-100, 1e-30, 1e-9, 1e9, 1e30]) {
      const scaled = { g: (z: number) => c * curve.g(z) };
      const withFactor = (factor: number) => checkGivenSlope(scaled, (z) => factor * c * curve.slope(z));
      expect(withFactor(1), `${c}`).toEqual({ told });
      for (const factor of [1.01, 0.99, -1]) expect(withFactor(factor).off, `${c}`).toBeDefined();
    }
  });

  it('is told where it is off, by how much, and where most', () => {
    const curve = { g: (z: number) => z * z };
    const { told, off } = checkGivenSlope(curve, (z) => (z > 3 ? 2 * z + z / 12 : 2 * z));
    expect(off).toMatchObject({ count: 144, from: 3.0625, to: 12, worst: { z: 12, given: 25 } });
    expect(off!.worst.right).toBeCloseTo(24, 9);
    expect(told).toBe(385);
  });

  it('is off where it is no number, and nothing is said where g has no value', () => {
    expect(checkGivenSlope({ g: Math.tanh }, () => Number.NaN).off).toMatchObject({ count: 385 });
    expect(checkGivenSlope({ g: Math.sqrt }, (z) => 0.5 / Math.sqrt(z))).toEqual({
      told: expect.any(Number),
    });
  });

  it('may be either side’s at a kink, and nothing beyond', () => {
    const relu = { g: (z: number) => Math.max(0, z) };
    const withAtZero = (there: number) => (z: number) => (z === 0 ? there : Number(z > 0));
    for (const there of [0, 0.5, 1]) expect(checkGivenSlope(relu, withAtZero(there)).off).toBeUndefined();
    for (const there of [-0.5, 2])
      expect(checkGivenSlope(relu, withAtZero(there)).off).toMatchObject({ count: 1, worst: { z: 0 } });
  });
});
