import { type Curve, isFiniteAt, type Sample, type Stretch, sampleAt } from './curve';

/** A jump smaller than this, relative to the size of g, is not told from a steep rise. */
const SMALLEST_JUMP = 1e-9;

/**
 * Halves the stretch between two samples until they are neighbours in float64, or `stop` says that it is enough.
 * `goesLeft` says in which half the thing sought lies: the one that ends in the middle sample.
 */
function halve(
  curve: Curve,
  left: Sample,
  right: Sample,
  goesLeft: (middle: Sample, left: Sample, right: Sample) => boolean,
  stop: (left: Sample, right: Sample) => boolean = () => false,
): [left: Sample, right: Sample] {
  while (!stop(left, right)) {
    const z = left.z + (right.z - left.z) / 2;
    if (!(z > left.z && z < right.z)) break;
    const middle = sampleAt(curve, z);
    if (goesLeft(middle, left, right)) right = middle;
    else left = middle;
  }
  return [left, right];
}

/** The two neighbouring samples between which a curve stops or begins to be defined, as it does from left to right. */
export const border = (curve: Curve, left: Sample, right: Sample): [left: Sample, right: Sample] =>
  halve(curve, left, right, (middle) => isFiniteAt(middle) === isFiniteAt(right));

/** The sample where a slope changes its sign between two samples of opposite signs. */
export const turningBetween = (curve: Curve, left: Sample, right: Sample): Sample =>
  halve(curve, left, right, ({ slope }) => slope * right.slope >= 0)[1];

/** How far g moves between two samples beyond what the slopes at both ends foretell. */
const surprise = (left: Sample, right: Sample): number =>
  Math.abs(right.g - left.g - ((right.z - left.z) * (left.slope + right.slope)) / 2);

/**
 * The two sides of a jump between two defined samples, and the pole where there is one; undefined where g is
 * continuous. It is worth a search only where g moves against both slopes, or beyond what a bend explains.
 */
export function jumpBetween(
  curve: Curve,
  from: Sample,
  to: Sample,
  scale: number,
): { left: Sample; right: Sample; pole?: Stretch } | undefined {
  const rounding = 8 * Math.max(curve.rounding?.(from.z) ?? 0, curve.rounding?.(to.z) ?? 0);
  const least = Math.max(SMALLEST_JUMP * Math.min(1, scale), Number.isFinite(rounding) ? rounding : 0);
  const tooSmall = (left: Sample, right: Sample): boolean =>
    !(surprise(left, right) > Math.max(least, SMALLEST_JUMP * Math.max(Math.abs(left.g), Math.abs(right.g))));
  const bend = (to.z - from.z) * Math.abs(to.slope - from.slope);
  const isAgainst = [from, to].every(({ slope }) => (to.g - from.g) * slope < 0);
  if (tooSmall(from, to) || (surprise(from, to) <= bend && !isAgainst)) return undefined;
  const [left, right] = halve(
    curve,
    from,
    to,
    (middle, l, r) => !isFiniteAt(middle) || surprise(l, middle) > surprise(middle, r),
    (l, r) => !isFiniteAt(r) || tooSmall(l, r),
  );
  if (!isFiniteAt(right)) {
    const [before, first] = border(curve, left, right);
    const [last, after] = border(curve, right, to);
    return { left: before, right: after, pole: [first.z, last.z] };
  }
  return tooSmall(left, right) ? undefined : { left, right };
}
