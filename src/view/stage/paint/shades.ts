import { Recent } from '../../../core/math/recent';
import type { Scale } from '../../../state/scales';

/** How many steps a ramp has on each side of its middle: more than an eye can tell apart. */
const HALF = 128;

/** How many steps a ramp is cut into, from one end to the other. */
export const SHADES = 2 * HALF;

/** The index of what is no number, behind all shades. */
export const STRANGE = SHADES + 1;

/** How much of the ramp the usual numbers of a scale have, where it has outliers: these share the rest. */
const USUAL_SHARE = 0.85;

/**
 * How far along the ramp a magnitude is, from 0 to 1: by the square root up to what is usual, so that small values, of
 * which gradients have many, can be told from zero; beyond it by the logarithm, so that outliers can be told apart.
 */
export function shareOf(magnitude: number, { usual, most }: Scale): number {
  if (magnitude === 0 || usual === 0) return 0;
  if (usual === most) return Math.min(1, Math.sqrt(magnitude / most));
  if (magnitude <= usual) return USUAL_SHARE * Math.sqrt(magnitude / usual);
  const beyond = (Math.log(magnitude) - Math.log(usual)) / (Math.log(most) - Math.log(usual));
  return Math.min(1, USUAL_SHARE + (1 - USUAL_SHARE) * beyond);
}

/** A number as float32 has it, and the same as bits: a sign, eight of the exponent, 23 of the mantissa. IEEE 754. */
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The shade of the value in the midst of those whose bits begin with this half, on a scale up to 1. */
function shadeOf(half: number, usual: number): number {
  bits[0] = (half << 16) | 0x8000;
  const value = float[0]!;
  return HALF + Math.sign(value) * Math.round(HALF * shareOf(Math.abs(value), { usual, most: 1 }));
}

/** How many kinds of scales are remembered, by what part of the most is usual: most have no outliers, and are one kind. */
const KINDS = 32;

const tables = new Recent<Uint16Array>(KINDS);

/** Where the colour of a shade is, in bytes, in a list that begins with that of what has no shade yet. */
const placeOf = (shade: number): number => 4 * (shade + 1);

/** A table of no shades but that of what is no number: infinities have the first of these halves, NaN all others. */
const emptyTable = (): Uint16Array =>
  new Uint16Array(2 ** 16).fill(placeOf(STRANGE), 0x7f80, 0x8000).fill(placeOf(STRANGE), 0xff80);

/** The float32 next to a positive number, by which float32 can be divided without being made longer; the number itself, where it is too small or too large for that. */
function nearest(x: number): number {
  const single = Math.fround(x);
  // From about 1e-38 down they have fewer digits.
  return single > 2e-38 && single < Infinity ? single : x;
}

/** The shades of a scale, as indices from the most negative on. */
export interface Shades {
  /** What values are divided by: the largest magnitude of the scale, as a float32 where there is such a one; 1 where all are 0. */
  readonly most: number;
  /** For the values that begin with each half, divided by the largest, the place of their shade's colour; 0 where it is not known yet. */
  readonly known: Uint16Array;
  indexOf(value: number): number;
}

/**
 * The shades of a scale. Values whose bits begin alike, which is to half a percent, have the shade of the one in their
 * midst, at most the next to their own: so it is worked out once, however many cells and matrices there are.
 */
export function shadesOf(scale: Scale): Shades {
  const most = nearest(scale.most || 1);
  const usual = scale.usual / (scale.most || 1);
  const known = tables.of(String(usual), emptyTable);
  const indexOf = (value: number): number => {
    // Of numbers, and of nothing else, this is 0.
    if (value - value !== 0) return STRANGE;
    float[0] = Math.max(-1, Math.min(value / most, 1));
    const half = bits[0]! >>> 16;
    if (known[half] === 0) known[half] = placeOf(shadeOf(half, usual));
    return known[half]! / 4 - 1;
  };
  return { most, known, indexOf };
}
