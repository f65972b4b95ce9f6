import { largest } from '../../../core/math/extremes';
import { stepAside } from '../../../core/math/step-aside';
import type { Walk } from '../expression';
import type { Dual } from './dual';

/** How far from a tie its sides are looked at, as a part for `stepAside`: well beyond what float32 rounds. */
const ASIDE = 2 ** -20;

/** A slope is none if it is that much smaller than those beside it: cos² + sin² rounds. */
const FLAT = 1e-9;

/**
 * The slope of the side on which a function stands still that has a tie at z, where there is such a side and its value
 * is that at z. Nothing in A tells z from that side, so that its slope is the one which A can tell: max(z, 0) is flat at
 * 0 as relu is, and min(z, 6) at 6.
 */
export function flatSideOf(
  at: (z: number) => Dual,
  { z, round }: Walk,
  { value, slope }: Dual,
): number | undefined {
  const reach = stepAside(z, ASIDE);
  const sides = [at(z - reach), at(z + reach)];
  const steepest = largest([slope, ...sides.map((side) => side.slope)].map(Math.abs));
  // What the last digit of the value is worth, in the precision of the walk.
  const unit = 8 * (round(1 + Number.EPSILON) === 1 ? 2 ** -23 : Number.EPSILON);
  const flat = sides.find(
    (side) =>
      Math.abs(side.slope) <= FLAT * steepest && Math.abs(side.value - value) <= unit * Math.abs(value),
  );
  return flat?.slope;
}
