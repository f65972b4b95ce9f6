import { describe, expect, it } from 'vitest';
import { activationOf } from '../../../src/core/activations';
import { curveOf } from '../../../src/core/verdict/curve';
import { preimagesOf } from '../../../src/core/verdict/preimages';
import { surveyOf } from '../../../src/core/verdict/survey';
import { verdictAt } from '../../../src/core/verdict/verdict';
import { defineFormula } from '../../../src/state/choice/formulas';
import { covering } from '../../extent';
import { enough, needed } from './answers';

async function activationFor(formula: string) {
  const own = { formula };
  const read = await defineFormula(own);
  if (!read.formula.ok) throw new Error(read.formula.sentence);
  return activationOf({ activation: 'mine', own });
}

/** Values of z on no grid, and those where kinks like to be. */
const handled = [
  ...Array.from({ length: 41 }, (_, i) => (i - 20) * 0.5987),
  ...[-6, -3, -1, -0.5, 0, 0.3, 0.5, 1, 2, 3, 6],
];

const all = [...enough, ...needed];

/** The names and signs that formulas are written with. */
const signs = [...new Set(all.flatMap((formula) => formula.match(/[a-z]\w*|[^\w\s.]/gi) ?? []))];

/** Those of a list in which each of them is met. */
const tried = (formulas: readonly string[]) =>
  covering(formulas, (formula) => signs.map((sign) => formula.includes(sign)));

describe('the list of formulas', () => {
  it('has at least 80 with a known answer, each once', () => {
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('A is enough', () => {
  it.each(tried(enough))('for %s, and no z that is tried by hand says otherwise', async (formula) => {
    const activation = await activationFor(formula);
    expect(verdictAt(activation, 0)).toEqual({ alpha: 0, isEnough: true });
    const curve = curveOf(activation, 0);
    const survey = surveyOf(curve);
    for (const z of handled)
      for (const preimage of preimagesOf(curve, survey, z))
        expect(preimage.isWitness, `${z} and ${preimage.from}`).toBe(false);
  });
});

describe('Z is needed', () => {
  it.each(tried(needed))('for %s, with a proof that can be checked by hand', async (formula) => {
    const activation = await activationFor(formula);
    const { isEnough, witness } = verdictAt(activation, 0);
    expect(isEnough).toBe(false);
    const { z1, z2, dg1, dg2 } = witness!;
    const { g } = curveOf(activation, 0);
    // Central differences, which know nothing of how the slopes were found.
    const slope = (z: number, h: number) => (g(z + h) - g(z - h)) / (2 * h);
    for (const [z, dg] of [
      [z1, dg1],
      [z2, dg2],
    ] as const) {
      const h = 1e-4 * Math.min(1, Math.abs(z) || 1);
      const noise = (16 * Number.EPSILON * Math.abs(g(z))) / h;
      expect(Math.abs(slope(z, h) - dg)).toBeLessThan(1e-2 * Math.max(Math.abs(dg1), Math.abs(dg2)) + noise);
    }
    expect(Math.abs(g(z1) - g(z2))).toBeLessThanOrEqual(
      1e-9 * Math.max(Math.abs(g(z1)), Math.abs(dg1), Math.abs(dg2)),
    );
    expect(dg1).not.toBeCloseTo(dg2, 12);
  });
});
