import { largest, smallest } from '../math/extremes';
import type { Curve, Sample, Scale } from './curve';
import { rootBetween } from './root';
import { reachOf } from './witness';

/** A run of samples over which g only rises, only falls, or stands still. Neighbouring pieces share a sample. */
export interface Piece {
  readonly way: 'rises' | 'falls' | 'stands';
  readonly samples: readonly Sample[];
  /** The least and the greatest output. */
  readonly low: number;
  readonly high: number;
}

/** How far rounding alone moves g from one sample to the next where its rounding is not known, relative to its size. */
const STANDSTILL = 1e-13;

/** A slope is believed if over this stretch, all of the usual range, it moves g by more than rounding. */
const SPAN = 24;

/** A slope that both samples have the sign of; 0 where they have not, or where g would never move beyond rounding by it. */
function drift(before: Sample, after: Sample, still: number): number {
  const slope = Math.abs(before.slope) < Math.abs(after.slope) ? before.slope : after.slope;
  return before.slope * after.slope > 0 && Math.abs(slope) * SPAN > still ? slope : 0;
}

/** The pieces of a chain of defined samples, from left to right; `scale` is the largest |g| of the whole curve. */
export function piecesOf(curve: Curve, chain: readonly Sample[], scale: number): Piece[] {
  const rounding = chain.map(({ z }) => curve.rounding?.(z));
  const ways = chain.slice(1).map((after, i): Piece['way'] => {
    const before = chain[i]!;
    const [left, right] = [rounding[i], rounding[i + 1]];
    const still =
      left !== undefined && right !== undefined
        ? 2 * (left + right)
        : STANDSTILL * Math.max(Math.min(1, scale), Math.abs(before.g), Math.abs(after.g));
    // What rounds away from one sample to the next may still be told over many of them.
    const moved =
      Math.abs(after.g - before.g) > still
        ? after.g - before.g
        : left === undefined
          ? 0
          : drift(before, after, still);
    return moved === 0 ? 'stands' : moved > 0 ? 'rises' : 'falls';
  });
  const pieces: Piece[] = [];
  const add = (way: Piece['way'], samples: readonly Sample[]) => {
    const outputs = samples.map(({ g }) => g);
    pieces.push({ way, samples, low: smallest(outputs), high: largest(outputs) });
  };
  if (chain.length === 1) add('stands', chain);
  for (let from = 0; from < chain.length - 1; ) {
    const way = ways[from]!;
    let to = from + 1;
    while (to < chain.length - 1 && ways[to] === way) to++;
    add(way, chain.slice(from, to + 1));
    from = to;
  }
  return pieces;
}

/**
 * The z of a rising or falling piece with g(z) = a, to the last bit; undefined where the piece does not reach a, or
 * jumps past it.
 */
export function inverse(curve: Curve, piece: Piece, a: number, scale: Scale): number | undefined {
  if (piece.way === 'stands' || !(a >= piece.low && a <= piece.high)) return undefined;
  const sign = piece.way === 'rises' ? 1 : -1;
  let below = 0;
  let above = piece.samples.length - 1;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (sign * (piece.samples[middle]!.g - a) > 0) above = middle;
    else below = middle;
  }
  const z = rootBetween((x) => curve.g(x) - a, piece.samples[below]!.z, piece.samples[above]!.z);
  return Math.abs(curve.g(z) - a) <= reachOf(curve, z, scale) ? z : undefined;
}
