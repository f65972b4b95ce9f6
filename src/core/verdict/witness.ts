import { largest, smallest } from '../math/extremes';
import type { Curve, Scale } from './curve';

/** Two inputs with one output and two slopes: a proof that A is not enough. */
export interface Witness {
  readonly z1: number;
  readonly z2: number;
  /** g(z1), which is g(z2) too. */
  readonly a: number;
  readonly dg1: number;
  readonly dg2: number;
}

/** What rounding leaves open of an output where nothing better is known, relative to it, and to 1 or the largest if that is less. */
const OUTPUT_TOLERANCE = 1e-14;

/** A curve of which no more is known than that its values and slopes are about 1. */
const usual: Scale = { g: 1, slope: 1 };

/** By more than this part of the larger one two slopes have to differ. */
const SLOPE_GAP = 1e-6;

/** A slope below this part of 1, or of the largest there is where that is below 1, is none: sin² + cos² has some. */
const NO_SLOPE = 1e-12;

/** What rounding leaves open of g at z: what is known of it, several times, or what is usual; and what that of z makes. */
function toleranceAt(curve: Curve, z: number, a: number, slope: number, scale: Scale): number {
  const known = curve.rounding?.(z);
  const own =
    known === undefined ? OUTPUT_TOLERANCE * Math.max(Math.min(1, scale.g), Math.abs(a)) : 4 * known;
  return own + 8 * Number.EPSILON * Math.abs(z * slope || 0);
}

/** An output with what rounding leaves open of it. */
interface Rounded {
  readonly a: number;
  readonly slope: number;
  readonly tolerance: number;
}

function roundedAt(curve: Curve, z: number, scale: Scale): Rounded {
  const [a, slope] = [curve.g(z), curve.slope(z)];
  return { a, slope, tolerance: toleranceAt(curve, z, a, slope, scale) };
}

const isSame = (p: Rounded, q: Rounded): boolean => Math.abs(p.a - q.a) <= p.tolerance + q.tolerance;

/** How far an output may be from g(z) and count as the same. */
export const reachOf = (curve: Curve, z: number, scale = usual): number =>
  2 * roundedAt(curve, z, scale).tolerance;

/** Whether two slopes are apart on a curve whose largest slope is `scale`: by more than this part of what counts. */
export const areApart = (slope1: number, slope2: number, scale: number, part = 1): boolean => {
  const size = Math.max(Math.abs(slope1), Math.abs(slope2));
  return Math.abs(slope1 - slope2) > part * Math.max(SLOPE_GAP * size, NO_SLOPE * Math.min(1, scale));
};

/**
 * Whether z1 and z2 prove that A is not enough: their outputs are the same but for rounding, and their slopes differ
 * in proportion to their size. Neither rounding nor a single point must make the proof: relu has −1 and 1e-13 that
 * close, tanh(z−30) has all its outputs equal on the usual range, and what g′ is called at a kink is a convention. So
 * the slopes have to stay apart (by half as much) also while z1 and z2 move as far as rounding lets them, and g has to
 * go on to both sides of each.
 */
export function isWitness(curve: Curve, z1: number, z2: number, scale = usual): boolean {
  const [p, q] = [roundedAt(curve, z1, scale), roundedAt(curve, z2, scale)];
  if (![p.a, q.a, p.slope, q.slope, p.tolerance, q.tolerance].every(Number.isFinite)) return false;
  if (!isSame(p, q) || !areApart(p.slope, q.slope, scale.slope)) return false;
  const tolerance = p.tolerance + q.tolerance;
  const [first, second] = [slopesAround(curve, z1, p, tolerance), slopesAround(curve, z2, q, tolerance)];
  if (!first || !second) return false;
  const isApart = (below: number, above: number): boolean =>
    below < above && areApart(below, above, scale.slope, 0.5);
  return isApart(first[1], second[0]) || isApart(second[1], first[0]);
}

/** As far as z may move at most where g stands still; it ends up beside 0 from everywhere on the usual range. */
const FARTHEST = 12;

/**
 * The least and the greatest slope at z and on both sides of it as far as g stays within the tolerance; undefined where
 * it does not go on to both, so that z is a single point: at a jump, or where g ends.
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
    if (!isNear(side * reach)) return undefined;
    for (let k = 0; k < 8; k++) found.push(curve.slope(z + side * Math.max(reach * 2 ** -k, least)));
  }
  return found.some(Number.isNaN) ? undefined : [smallest(found), largest(found)];
}

/** The numbers of a pair, whether or not it proves anything: `isWitness` tells. */
export const witnessOf = (curve: Curve, z1: number, z2: number): Witness => ({
  z1,
  z2,
  a: curve.g(z1),
  dg1: curve.slope(z1),
  dg2: curve.slope(z2),
});
