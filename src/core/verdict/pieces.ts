import type { Curve, Sample } from './curve';
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

/** What g moves by rounding alone from one sample to the next where no more is known, relative to its size. */
const STANDSTILL = 1e-13;

/** The pieces of a chain of defined samples, from left to right; `scale` is the largest |g| of the whole curve. */
export function piecesOf(curve: Curve, chain: readonly Sample[], scale: number): Piece[] {
  const rounding: number[] = [];
  const roundingAt = (i: number): number => {
    rounding[i] ??= curve.rounding!(chain[i]!.z);
    return rounding[i];
  };
  const wayTo = (i: number): Piece['way'] => {
    const [before, after] = [chain[i]!.g, chain[i + 1]!.g];
    const still = curve.rounding
      ? 2 * (roundingAt(i) + roundingAt(i + 1))
      : STANDSTILL * Math.max(Math.min(1, scale), Math.abs(before), Math.abs(after));
    if (Math.abs(after - before) <= still) return 'stands';
    return after > before ? 'rises' : 'falls';
  };
  const pieces: Piece[] = [];
  const add = (way: Piece['way'], samples: readonly Sample[]) => {
    const outputs = samples.map(({ g }) => g);
    pieces.push({ way, samples, low: Math.min(...outputs), high: Math.max(...outputs) });
  };
  if (chain.length === 1) add('stands', chain);
  for (let from = 0; from < chain.length - 1; ) {
    const way = wayTo(from);
    let to = from + 1;
    while (to < chain.length - 1 && wayTo(to) === way) to++;
    add(way, chain.slice(from, to + 1));
    from = to;
  }
  return pieces;
}

/**
 * The z of a rising or falling piece with g(z) = a, to the last bit; undefined where the piece does not reach a, be it
 * that it leaps over it.
 */
export function inverse(curve: Curve, piece: Piece, a: number): number | undefined {
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
  return Math.abs(curve.g(z) - a) <= reachOf(curve, z) ? z : undefined;
}
