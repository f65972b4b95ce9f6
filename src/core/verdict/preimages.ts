import type { Curve } from './curve';
import { inverse, type Piece } from './pieces';
import type { Survey } from './survey';
import { isWitness, reachOf } from './witness';

/** Other inputs with the output that z1 has: one, where `from` and `to` are the same, or all of a plateau. */
export interface Preimage {
  readonly from: number;
  readonly to: number;
  readonly slope: number;
  /** Whether z1 and this input prove together that A is not enough. */
  readonly isWitness: boolean;
}

/**
 * Where else on the range that was surveyed g has the output that it has at z1, from left to right, one preimage for each
 * piece that reaches it; none where g(z1) is undefined. Fast enough to follow a z1 that a student drags: a survey is
 * made once, a preimage costs some ten evaluations.
 */
export function preimagesOf(curve: Curve, { pieces, scale }: Survey, z1: number): Preimage[] {
  const a = curve.g(z1);
  const preimages: Preimage[] = [];
  const isKnown = (z: number): boolean => z === z1 || preimages.some(({ from, to }) => z >= from && z <= to);
  const add = (from: number, to: number, z: number) =>
    preimages.push({ from, to, slope: curve.slope(z), isWitness: isWitness(curve, z1, z, scale) });
  // Plateaus first: the piece beside one begins with its output, and that is no second preimage.
  for (const { way, samples } of pieces) {
    if (way !== 'stands') continue;
    const reach = reachOf(curve, samples[samples.length >> 1]!.z, scale);
    const reached = samples.filter(({ g }) => Math.abs(g - a) <= reach);
    if (reached.length > 0) add(reached[0]!.z, reached.at(-1)!.z, reached[reached.length >> 1]!.z);
  }
  for (const piece of pieces) {
    const z2 = isOn(piece, z1) ? undefined : inverse(curve, piece, a, scale);
    if (z2 !== undefined && !isKnown(z2)) add(z2, z2, z2);
  }
  return preimages.sort((e, f) => e.from - f.from);
}

/** Whether z lies between the ends of a piece. */
const isOn = ({ samples }: Piece, z: number): boolean => z > samples[0]!.z && z < samples.at(-1)!.z;
