import { allowedOf, type Magnitude } from '../magnitude';
import type { Estimate } from './estimate';
import { type Extrapolated, extrapolate } from './extrapolate';

/**
 * What central differences say of one cell of a gradient: it agrees; it is off; J has a kink there; J is too coarse to
 * tell; or float32 has rounded away what would be compared.
 */
export interface CellVerdict {
  readonly says: 'agrees' | 'off' | 'kink' | 'untold' | 'rounded';
  /** ∂J/∂p by central differences; NaN where they tell nothing. */
  readonly right: number;
}

/**
 * Nothing smaller than this part of what a cell sums is asked of central differences. A course takes 1e-7 of a gradient
 * for the sign of a right one; the slope of hard_sigmoid, 1/6 in float32 as PyTorch has it, is off by 3e-8 in a layer.
 */
const FINEST = 1e-6;

/** To agree is to agree to this part of the cell's size, so that a cell that is off by one percent never does. */
const TELLING = 3e-3;

/** By how many times the estimated error of the slope a gradient must be off to be called off. */
const SURE = 10;

/** What is known of a cell before central differences are taken. */
export interface Known {
  /** J */
  readonly cost: number;
  readonly magnitude: Magnitude;
  readonly k: number;
  /** The largest cell of its gradient; 0 where all of that is rounding. */
  readonly largest: number;
  /** What float32 has lost of it. */
  readonly lost: number;
}

/**
 * Judges one cell of a gradient by a slope with the usual step and, where that does not settle it, by slopes with shorter
 * and shorter ones.
 *
 * No tolerance is absolute. All is measured by the cell's size: what it sums if no term cancels, but no more than the
 * largest cell of its gradient, unless all of that gradient is rounding. It agrees if it is within
 * `FINEST` of what it sums and within `TELLING` of its size, the error of the slope included; where that error is larger
 * than `TELLING` of the size, the gradient is too small for J to tell. It is off if neither rounding, nor `FINEST` of what
 * it sums or `TELLING` of its size, nor `SURE` times the error of the slope explains it.
 * Where some Z crosses a kink however short the step, central differences see both sides, and tell nothing.
 */
export function judgeCell(
  found: number,
  known: Known,
  usual: Estimate,
  shortening: Iterable<Estimate>,
): CellVerdict {
  const { agrees, isOff, isLost, terms, jumps, rounding } = measuresOf(found, known);
  // Nothing depends on the parameter, or J, which is never below 0, is 0.
  if (found === 0 && terms === 0 && (usual.flat || known.cost === 0)) return { says: 'agrees', right: 0 };
  if (agrees(exactly(usual))) return { says: 'agrees', right: usual.slope };
  let smooth: Estimate[] = [];
  const kinked: Estimate[] = [];
  let best: Extrapolated | undefined;
  for (const estimate of shortening) {
    if (!(Number.isFinite(estimate.slope) && estimate.noise < Infinity)) continue;
    if (agrees(exactly(estimate))) return { says: 'agrees', right: estimate.slope };
    if (estimate.isKinked()) {
      // Then longer steps have crossed it as well.
      kinked.push(estimate);
      [smooth, best] = [[], undefined];
      continue;
    }
    if (best && estimate.noise > best.error) break;
    smooth.push(estimate);
    const before = best;
    best = extrapolate(smooth);
    // Three steps over a bend can seem to agree: a shorter one confirms it, or shows that they did not.
    const isConfirmed = before && best && best.error < before.error && isOff(before) && isOff(best);
    if (smooth.length > ENOUGH && isConfirmed) break;
  }
  if (best) {
    const says = agrees(best) ? 'agrees' : isOff(best) ? 'off' : isLost(best) ? 'rounded' : 'untold';
    return { says, right: best.slope };
  }
  const [last, before] = kinked.toReversed();
  if (!last) return { says: Number.isFinite(found) ? 'untold' : 'off', right: usual.slope };
  // Any slope between those of the two sides will do, and these change with h; where both are the same, as at a minimum
  // of J, only that change is left.
  const moving = before ? Math.abs(last.slope - before.slope) : 0;
  const isExplained =
    Math.abs(found - last.slope) <=
    FINEST * terms + 2 * jumps + moving + last.bend + rounding + SURE * last.noise;
  return { says: isExplained ? 'kink' : 'off', right: last.slope };
}

/** After so many smooth steps a cell is off for good, if the last two say so. */
const ENOUGH = 4;

/** How a cell is held against a slope. */
function measuresOf(found: number, { magnitude, k, largest, lost }: Known) {
  const terms = magnitude.terms.data[k]!;
  const size = largest > 0 ? Math.min(terms, largest) : terms;
  const rounding = allowedOf('float64', magnitude, k) + (lost < Infinity ? lost : 0);
  // Where a gradient is all rounding, being near to it in proportion means nothing: only rounding is allowed.
  const finest = largest > 0 ? FINEST * terms : 0;
  return {
    terms,
    rounding,
    jumps: magnitude.jumps.data[k]!,
    /** Whether a cell agrees with a slope, and the slope is so exact that a wrong cell would not. */
    agrees: ({ slope, error }: Extrapolated): boolean =>
      Math.abs(found - slope) <= Math.min(finest + rounding + error, TELLING * size) &&
      error + rounding <= TELLING * size,
    isOff: ({ slope, error }: Extrapolated): boolean =>
      !(Math.abs(found - slope) <= Math.min(FINEST * terms, TELLING * size) + rounding + SURE * error),
    isLost: ({ error }: Extrapolated): boolean => lost > TELLING * size && lost > error,
  };
}

/** A slope whose truncation error is not known: a cell that agrees with it to a millionth is right all the same. */
const exactly = ({ slope, noise }: Estimate): Extrapolated => ({ slope, error: noise });
