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

/** A number as float32 has it, and the same as bits: eight of the exponent, 23 of the mantissa. IEEE 754. */
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The first half of the bits of 1: none up to there is larger. */
const ONE = 0x3f80;

/**
 * Gives the index of a value's shade, from the most negative on. Magnitudes whose bits begin alike, which is to half a
 * percent, have the shade of the one in their midst, at most the next to their own: so it is worked out once, however
 * many cells there are.
 */
export function shadesOf(scale: Scale): (value: number) => number {
  // One more than how far from the middle; 0 where it is not known yet.
  const known = new Uint8Array(ONE + 1);
  const most = scale.most || 1;
  return (value) => {
    // Of numbers, and of nothing else, this is 0.
    if (value - value !== 0) return STRANGE;
    float[0] = Math.min(Math.abs(value) / most, 1);
    const key = bits[0]! >>> 16;
    if (known[key] === 0) {
      bits[0] = (key << 16) | 0x8000;
      known[key] = 1 + Math.round(HALF * shareOf(float[0]! * most, scale));
    }
    const far = known[key]! - 1;
    return value < 0 ? HALF - far : HALF + far;
  };
}
