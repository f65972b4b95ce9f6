import { largest, smallest } from '../extremes';
import type { Curve } from './curve';

/** Two inputs with one output and two slopes: a proof that A is not enough. */
export interface Witness {
  readonly z1: number;
  readonly z2: number;
  /** g(z1), which is g(z2) too. */
  readonly a: number;
  readonly dg1: number;
  readonly dg2: number;
}

/** By how much two outputs may differ and still count as equal, relative to max(1, |a|). */
export const OUTPUT_TOLERANCE = 1e-12;

/** By more than this two slopes have to differ. */
export const SLOPE_GAP = 1e-3;

/** What float64 may get wrong in a slope, relative to it. */
const SLOPE_NOISE = 1e-9;

/** Whether two outputs count as one. */
export const sameOutput = (a: number, b: number): boolean =>
  Math.abs(a - b) <= OUTPUT_TOLERANCE * Math.max(1, Math.abs(a));

/**
 * Whether z1 and z2 prove that A is not enough: |g(z1) − g(z2)| ≤ 1e-12 max(1, |a|), and the slopes differ by more
 * than `gap`. The tolerance alone must not make the proof: relu has −1 and 1e-13 that close, sqrt has 1e-24 and 1e-25.
 * So the slopes have to stay apart (by half the gap) also while z1 and z2 move as far as the tolerance lets them,
 * unless the outputs are equal to the last bit: then nothing in A can tell.
 */
export function isWitness(curve: Curve, z1: number, z2: number, gap = SLOPE_GAP): boolean {
  const { a, dg1, dg2 } = witnessOf(curve, z1, z2);
  const b = curve.g(z2);
  if (![a, b, dg1, dg2].every(Number.isFinite) || !sameOutput(a, b)) return false;
  const noise = SLOPE_NOISE * Math.max(Math.abs(dg1), Math.abs(dg2));
  if (Math.abs(dg1 - dg2) <= Math.max(gap, noise)) return false;
  if (a === b) return true;
  const [low1, high1] = slopesAround(curve, z1, dg1);
  const [low2, high2] = slopesAround(curve, z2, dg2);
  return Math.max(low1 - high2, low2 - high1) > Math.max(gap / 2, noise);
}

/** The least and the greatest slope at z and at both ends of what rounding and the output tolerance leave open. */
function slopesAround(curve: Curve, z: number, slope: number): [least: number, greatest: number] {
  const a = curve.g(z);
  const tolerance = OUTPUT_TOLERANCE * Math.max(1, Math.abs(a));
  const rounding = 4 * Number.EPSILON * Math.abs(z);
  const found = [slope];
  for (const side of [-1, 1]) {
    let reach = Math.min(tolerance / Math.abs(slope), Math.max(1, Math.abs(z)));
    while (reach > rounding && !(Math.abs(curve.g(z + side * reach) - a) <= 2 * tolerance)) reach /= 2;
    const there = curve.slope(z + side * Math.max(reach, rounding));
    if (!Number.isNaN(there)) found.push(there);
  }
  return [smallest(found), largest(found)];
}

/** The numbers of a pair, whether or not it proves anything: `isWitness` tells. */
export const witnessOf = (curve: Curve, z1: number, z2: number): Witness => ({
  z1,
  z2,
  a: curve.g(z1),
  dg1: curve.slope(z1),
  dg2: curve.slope(z2),
});
