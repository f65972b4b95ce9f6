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

/** What rounding leaves open of an output where nothing better is known, relative to max(1, |a|). */
export const OUTPUT_TOLERANCE = 1e-14;

/** By more than this two slopes have to differ, relative to the largest there is where that is below 1. */
export const SLOPE_GAP = 1e-3;

/** What float64 may get wrong in a slope, relative to it. */
const SLOPE_NOISE = 1e-9;

/** What rounding leaves open of g at z: what is known of it, several times, or what is usual; and what that of z makes. */
function toleranceAt(curve: Curve, z: number, a: number, slope: number): number {
  const known = curve.rounding?.(z);
  const own = known === undefined ? OUTPUT_TOLERANCE * Math.max(1, Math.abs(a)) : 4 * known;
  return own + 8 * Number.EPSILON * Math.abs(z * slope || 0);
}

/** An output with what rounding leaves open of it. */
interface Rounded {
  readonly a: number;
  readonly slope: number;
  readonly tolerance: number;
}

function roundedAt(curve: Curve, z: number): Rounded {
  const [a, slope] = [curve.g(z), curve.slope(z)];
  return { a, slope, tolerance: toleranceAt(curve, z, a, slope) };
}

const isSame = (p: Rounded, q: Rounded): boolean => Math.abs(p.a - q.a) <= p.tolerance + q.tolerance;

/** How far an output may be from g(z) and count as the same. */
export const reachOf = (curve: Curve, z: number): number => 2 * roundedAt(curve, z).tolerance;

/** By how much slopes have to differ for a curve whose largest slope is `scale`. */
export const gapFor = (scale: number): number => SLOPE_GAP * Math.min(1, scale);

/**
 * Whether z1 and z2 prove that A is not enough: their outputs are the same but for rounding, and their slopes differ by
 * more than `gap`. Neither rounding nor a single point must make the proof: relu has −1 and 1e-13 that close, tanh(z−30)
 * has all its outputs equal on the usual range, and what g′ is called at a kink is a convention. So the slopes have to
 * stay apart (by half the gap) also while z1 and z2 move as far as rounding lets them, and g has to go on to both sides of each.
 */
export function isWitness(curve: Curve, z1: number, z2: number, gap = SLOPE_GAP): boolean {
  const [p, q] = [roundedAt(curve, z1), roundedAt(curve, z2)];
  if (![p.a, q.a, p.slope, q.slope, p.tolerance, q.tolerance].every(Number.isFinite)) return false;
  const noise = SLOPE_NOISE * Math.max(Math.abs(p.slope), Math.abs(q.slope));
  if (!isSame(p, q) || Math.abs(p.slope - q.slope) <= Math.max(gap, noise)) return false;
  const tolerance = p.tolerance + q.tolerance;
  const [first, second] = [slopesAround(curve, z1, p, tolerance), slopesAround(curve, z2, q, tolerance)];
  if (!first || !second) return false;
  return Math.max(first[0] - second[1], second[0] - first[1]) > Math.max(gap / 2, noise);
}

/** As far as z may move at most where g stands still; it ends up beside 0 from everywhere on the usual range. */
const FARTHEST = 12;

/**
 * The least and the greatest slope at z and at both ends of where g stays within the tolerance; undefined where it does
 * not go on to both sides, so that z is a single point: at a jump, or where g ends.
 */
function slopesAround(
  curve: Curve,
  z: number,
  { a, slope }: Rounded,
  tolerance: number,
): [least: number, greatest: number] | undefined {
  const isNear = (reach: number): boolean => Math.abs(curve.g(z + reach) - a) <= 2 * tolerance;
  const least = 4 * Number.EPSILON * Math.max(Math.abs(z), Number.EPSILON);
  const most = FARTHEST + Math.abs(z);
  const found = [slope];
  for (const side of [-1, 1]) {
    let reach = Math.min(tolerance / Math.abs(slope) || most, most);
    while (reach < most && isNear(2 * side * reach)) reach *= 2;
    while (reach > least && !isNear(side * reach)) reach /= 2;
    reach = Math.max(reach, least);
    const there = curve.slope(z + side * reach);
    if (!isNear(side * reach) || Number.isNaN(there)) return undefined;
    found.push(there);
  }
  return [Math.min(...found), Math.max(...found)];
}

/** The numbers of a pair, whether or not it proves anything: `isWitness` tells. */
export const witnessOf = (curve: Curve, z1: number, z2: number): Witness => ({
  z1,
  z2,
  a: curve.g(z1),
  dg1: curve.slope(z1),
  dg2: curve.slope(z2),
});
