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

/** Two sides of a kink: their slopes stay this part apart while the distance shrinks to an eighth. */
const KINK = 0.5;

/**
 * Holds a slope against central differences of g over a range, by nothing but values of g. `given` is the slope at z,
 * be it that it takes its way over a = g(z). At a kink any slope from one side's to the other's will do; where g has no
 * finite value, or rounds or turns too much to tell, nothing is said.
 */
export function checkGivenSlope(
  curve: Pick<Curve, 'g' | 'rounding'>,
  given: (z: number) => number,
  [from, to]: Stretch = usualRange,
): GivenSlopeReport {
  let told = 0;
  const off: OffAt[] = [];
  for (let z = from; z <= to; z += STEP) {
    const found = given(z);
    const bounds = boundsAt(curve, z);
    if (!bounds) continue;
    const [least, greatest] = bounds;
    const size = Math.max(Math.abs(least), Math.abs(greatest), Math.abs(found) || 0);
    // Where rounding leaves room for both signs and more, it would agree with everything.
    if (greatest - least > size && Number.isFinite(found) && size > 0) continue;
    told += 1;
    const room = FINEST * size;
    if (found >= least - room && found <= greatest + room) continue;
    off.push({
      z,
      given: found,
      right: found < least ? least : found > greatest ? greatest : (least + greatest) / 2,
    });
  }
  const [first] = off;
  if (!first) return { told };
  const distance = ({ given: g, right }: OffAt): number =>
    Number.isFinite(g) ? Math.abs(g - right) : Infinity;
  const worst = off.reduce((most, next) => (distance(next) > distance(most) ? next : most));
  return { told, off: { count: off.length, from: first.z, to: off[off.length - 1]!.z, worst } };
}

/** What values of g leave open of its slope at z; undefined where they tell nothing. */
function boundsAt({ g, rounding }: Pick<Curve, 'g' | 'rounding'>, z: number): Stretch | undefined {
  const a = g(z);
  if (!Number.isFinite(a)) return undefined;
  const noise =
    4 * (rounding?.(z) ?? Number.EPSILON * Math.max(1, Math.abs(a))) + Number.EPSILON * Math.abs(a);
  let best: { slope: number; doubt: number } | undefined;
  let widest: { left: number; right: number } | undefined;
  for (const reach of REACHES) {
    const [left, right] = [(a - g(z - reach)) / reach, (g(z + reach) - a) / reach];
    const half = (g(z + reach / 2) - g(z - reach / 2)) / reach;
    const whole = (left + right) / 2;
    // Richardson (1911): what is truncated shrinks to a quarter.
    const slope = half + (half - whole) / 3;
    const doubt = Math.abs(half - whole) / 3 + (2 * noise) / reach;
    if (!Number.isFinite(slope)) continue;
    const stays = widest && Math.abs(right - left) > KINK * Math.abs(widest.right - widest.left);
    const apart =
      Math.abs(right - left) > 1e-3 * Math.max(Math.abs(left), Math.abs(right)) + (4 * noise) / reach;
    if (stays && apart && reach === REACHES[REACHES.length - 1])
      return [Math.min(left, right) - noise / reach, Math.max(left, right) + noise / reach];
    widest = { left, right };
    if (!best || doubt < best.doubt) best = { slope, doubt };
  }
  return best && [best.slope - best.doubt, best.slope + best.doubt];
}
