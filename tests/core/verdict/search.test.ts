import { describe, expect, it } from 'vitest';
import { type Curve, isFiniteAt, sampleAt, usualRange } from '../../../src/core/verdict/curve';
import { search } from '../../../src/core/verdict/search';
import type { Witness } from '../../../src/core/verdict/witness';
import { isWitness } from '../../../src/core/verdict/witness';
import { enough, needed } from './known';

/** What the search finds, or a sentence where it finds none. */
function witnessIn(curve: Curve): Witness {
  const finding = search(curve);
  if (finding.kind !== 'witness') throw new Error(`the search says ${finding.kind}`);
  return finding.witness;
}

describe('the search', () => {
  it.each(enough)('finds that A is enough for $name', (curve) => {
    expect(search(curve)).toMatchObject({ kind: 'enough' });
  });

  it.each(needed)('finds that Z is needed for $name, with a proof', (curve) => {
    const { z1, z2, a, dg1, dg2 } = witnessIn(curve);
    expect(z1).not.toBe(z2);
    expect([a, dg1, dg2]).toEqual([curve.g(z1), curve.slope(z1), curve.slope(z2)]);
    expect(Math.abs(curve.g(z2) - a)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(a)));
    expect(Math.abs(dg1 - dg2)).toBeGreaterThan(1e-3 * Math.min(1, search(curve).survey.scale.slope));
    for (const z of [z1, z2]) expect(isFiniteAt(sampleAt(curve, z))).toBe(true);
  });

  it('shows a witness that is easy on the eye: near 0, apart, and at a round number', () => {
    expect(witnessIn({ g: (z) => z * z, slope: (z) => 2 * z })).toEqual({
      z1: 1,
      z2: -1,
      a: 1,
      dg1: 2,
      dg2: -2,
    });
  });

  it.each([
    ['sqrt(z)', [[-12, 0]]],
    ['log(z)', [[-12, 0]]],
    ['1/z', [[0, 0]]],
    ['1/(z-0.3)', [[0.3, 0.3]]],
    ['z', []],
  ])('says where %s is undefined', (name, stretches) => {
    const curve = enough.find((known) => known.name === name)!;
    expect(search(curve).survey.undefinedOn).toEqual(stretches);
  });

  it('says to the last bit from where on exp(z^3) overflows', () => {
    const [[from, to]] = search(enough.find(({ name }) => name === 'exp(z^3)')!).survey.undefinedOn as [
      [number, number],
    ];
    expect(to).toBe(12);
    const edge = (z: number): number => 3 * z * z * Math.exp(z ** 3);
    expect(edge(from)).toBe(Number.POSITIVE_INFINITY);
    expect(edge(from * (1 - Number.EPSILON))).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it('says that a function without any value is undefined, and where', () => {
    const finding = search({ g: () => Number.NaN, slope: () => 0 });
    expect(finding.kind).toBe('undefined');
    expect(finding.survey.undefinedOn).toEqual([usualRange]);
  });

  it('looks between two undefined stretches', () => {
    const arc: Curve = { g: (z) => Math.sqrt(9 - z * z), slope: (z) => -z / Math.sqrt(9 - z * z) };
    expect(search(arc).survey.undefinedOn).toEqual([
      [-12, -3],
      [3, 12],
    ]);
    expect(witnessIn(arc).z1).toBe(-witnessIn(arc).z2);
  });

  it('looks only on the range it is given', () => {
    const parabola: Curve = { g: (z) => z * z, slope: (z) => 2 * z };
    expect(search(parabola, [0, 5]).kind).toBe('enough');
    expect(search(parabola, [-5, 5]).kind).toBe('witness');
    expect(search({ g: Math.sin, slope: Math.cos }, [-1.5, 1.5]).kind).toBe('enough');
  });

  it.each([
    [2, 2],
    [3, -3],
    [0, Number.POSITIVE_INFINITY],
    [Number.NaN, 1],
  ])('refuses a range from %d to %d', (from, to) => {
    expect(() => search({ g: Math.sin, slope: Math.cos }, [from, to])).toThrow(
      'a range goes from a number up to a larger one',
    );
  });

  it('finds the turning point of a fold between two points of the grid', () => {
    const fold: Curve = { g: (z) => Math.abs(z - Math.PI), slope: (z) => Math.sign(z - Math.PI) };
    const ends = search(fold).survey.pieces.map(({ way, samples }) => [way, samples.at(-1)!.z]);
    expect(ends).toEqual([
      ['falls', Math.PI],
      ['rises', 12],
    ]);
  });
});

describe('a witness', () => {
  const relu: Curve = { g: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) };

  it('is not made by the tolerance alone beside a kink, a branch point or a pole', () => {
    expect(isWitness(relu, -1, 1e-13)).toBe(false);
    expect(isWitness({ g: Math.sqrt, slope: (z) => 0.5 / Math.sqrt(z) }, 1e-24, 1e-25)).toBe(false);
    expect(isWitness({ g: (z) => 1 / z, slope: (z) => -1 / z ** 2 }, 1e-10, 1e-10 * (1 + 1e-13))).toBe(false);
    expect(isWitness({ g: Math.exp, slope: Math.exp }, 40, 40 * (1 + 1e-15))).toBe(false);
  });

  it('needs two outputs that are equal and two slopes that are not', () => {
    expect(isWitness({ g: (z) => z * z, slope: (z) => 2 * z }, 1, -1)).toBe(true);
    expect(isWitness({ g: (z) => z * z, slope: (z) => 2 * z }, 1, -1.000001)).toBe(false);
    expect(isWitness({ g: (z) => z * z, slope: (z) => 2 * z }, 1e-4, -1e-4)).toBe(true);
    expect(isWitness({ g: Math.sin, slope: Math.cos }, 1, 1 + 2 * Math.PI)).toBe(false);
    expect(isWitness({ g: Math.sqrt, slope: (z) => 0.5 / Math.sqrt(z) }, -1, -2)).toBe(false);
  });
});
