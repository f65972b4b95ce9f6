import { largest } from '../math/extremes';
import { type Curve, type Stretch, usualRange } from './curve';

/** A z at which a slope that was given is off, with what central differences find there. */
export interface OffAt {
  readonly z: number;
  readonly given: number;
  readonly right: number;
}

/** How a slope that was given compares with central differences of g. */
export interface GivenSlopeReport {
  /** At how many z they tell something. */
  readonly told: number;
  /** At how many of them the slope is off; from where to where; and where it is off most. */
  readonly off?: {
    readonly count: number;
    readonly from: number;
    readonly to: number;
    readonly worst: OffAt;
  };
}

/** The z that are tried lie this far apart: whole numbers and halves are among them. */
const STEP = 1 / 16;

/** The distances over which differences are taken, the longest first. */
const REACHES = [2 ** -6, 2 ** -9, 2 ** -12, 2 ** -15];

/** A slope is not held to more than this part of its size. */
const FINEST = 1e-6;

/** What values of g leave open of its slope at a z. */
interface Bounds {
  readonly z: number;
  readonly least: number;
  readonly greatest: number;
  /** Whether they are the slopes of two sides. */
  readonly isKink: boolean;
}

/**
 * Compares a slope with central differences of g over a range, by nothing but values of g. `given` is the slope at z, also
 * where it is one in terms of a = g(z). At a kink any slope from one side's to the other's will do; where g has no
 * finite value, jumps, or rounds too much to tell, nothing is said.
 */
export function checkGivenSlope(
  curve: Pick<Curve, 'g' | 'rounding'>,
  given: (z: number) => number,
  [from, to]: Stretch = usualRange,
): GivenSlopeReport {
  const zs = Array.from({ length: Math.floor((to - from) / STEP) + 1 }, (_, i) => from + i * STEP);
  const height = finiteLargest(zs.map((z) => curve.g(z)));
  const sides = zs.map((z) => slopesAt(curve, z, height));
  const scale = finiteLargest(sides.map(({ central }) => central.slope));
  const bounds = sides.flatMap((of, i) => boundsOf(of, scale).map((bound) => ({ z: zs[i]!, ...bound })));
  let told = 0;
  const off: OffAt[] = [];
  for (const { z, least, greatest, isKink } of bounds) {
    const found = given(z);
    const size = Math.max(Math.abs(least), Math.abs(greatest), Number.isFinite(found) ? Math.abs(found) : 0);
    // Where so much is left open, anything would agree.
    if (greatest - least > Math.max(size / 4, FINEST * scale) && !isKink) continue;
    told += 1;
    const room = FINEST * size;
    if (found >= least - room && found <= greatest + room) continue;
    const right = found < least ? least : found > greatest ? greatest : (least + greatest) / 2;
    off.push({ z, given: found, right });
  }
  const [first] = off;
  if (!first) return { told };
  const distance = (at: OffAt): number =>
    Number.isFinite(at.given) ? Math.abs(at.given - at.right) : Number.POSITIVE_INFINITY;
  const worst = off.reduce((most, next) => (distance(next) > distance(most) ? next : most));
  return { told, off: { count: off.length, from: first.z, to: off[off.length - 1]!.z, worst } };
}

/** A slope as it was found, and by how much it may be wrong. */
interface Estimate {
  readonly slope: number;
  readonly doubt: number;
}

/** Out of two estimates, one over half the distance of the other: Richardson (1911), with all that it moves in doubt. */
const refined = (whole: number, half: number, share: number, noise: number): Estimate => ({
  slope: half + (half - whole) * share,
  doubt: Math.abs(half - whole) + noise,
});

/** The largest magnitude among the finite of some numbers; 0 where there is none. */
const finiteLargest = (values: readonly number[]): number =>
  largest([0, ...values.map(Math.abs).filter(Number.isFinite)]);

/** Slopes at a z, each over the distance at which it is least in doubt. */
type Sides = Readonly<Record<'left' | 'right' | 'central', Estimate>>;

/**
 * The slopes of both sides and the central one. Where rounding is not known it is taken for some of |g(z)|, and of 1 or
 * the largest |g| if that is less.
 */
function slopesAt({ g, rounding }: Pick<Curve, 'g' | 'rounding'>, z: number, height: number): Sides {
  const a = g(z);
  const noise = 4 * (rounding?.(z) ?? Number.EPSILON * Math.max(Math.min(1, height), Math.abs(a)));
  const best = { left: NONE, right: NONE, central: NONE };
  for (const reach of REACHES) {
    const [l, r] = [(a - g(z - reach)) / reach, (g(z + reach) - a) / reach];
    const [nearL, nearR] = [(2 * (a - g(z - reach / 2))) / reach, (2 * (g(z + reach / 2) - a)) / reach];
    const found = {
      left: refined(l, nearL, 1, (4 * noise) / reach),
      right: refined(r, nearR, 1, (4 * noise) / reach),
      central: refined((l + r) / 2, (nearL + nearR) / 2, 1 / 3, (2 * noise) / reach),
    };
    for (const side of ['left', 'right', 'central'] as const)
      if (found[side].doubt < best[side].doubt) best[side] = found[side];
  }
  return best;
}

const NONE: Estimate = { slope: Number.NaN, doubt: Number.POSITIVE_INFINITY };

/** What values of g leave open of its slope where the largest there is is `scale`; none where they tell nothing. */
function boundsOf({ left, right, central }: Sides, scale: number): Omit<Bounds, 'z'>[] {
  const isSure = ({ slope, doubt }: Estimate): boolean =>
    doubt < 1e-3 * Math.abs(slope) || doubt < FINEST * scale;
  const isKink =
    isSure(left) && isSure(right) && Math.abs(left.slope - right.slope) > 4 * (left.doubt + right.doubt);
  const [p, q] = isKink ? [left, right] : [central, central];
  if (!Number.isFinite(p.slope)) return [];
  return [
    {
      least: Math.min(p.slope - p.doubt, q.slope - q.doubt),
      greatest: Math.max(p.slope + p.doubt, q.slope + q.doubt),
      isKink,
    },
  ];
}
