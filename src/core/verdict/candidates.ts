import type { Curve, Sample, Scale } from './curve';
import { inverse, type Piece } from './pieces';
import type { Survey } from './survey';

/** Two inputs whose outputs are equal or nearly so. */
export type Pair = readonly [z1: number, z2: number];

/** For how many samples of a piece another piece is searched for the same output. */
const LEVELS = 12;

/** A piece need not be compared any more once its outputs lie within an older one's, give or take this part of those. */
const SLACK = 1e-9;

const reachOf = ({ samples }: Piece): number =>
  Math.min(Math.abs(samples[0]!.z), Math.abs(samples.at(-1)!.z));

const covers = (older: Piece, piece: Piece): boolean => {
  const slack = SLACK * (older.high - older.low);
  return older.low - slack <= piece.low && older.high + slack >= piece.high;
};

/**
 * Pairs of inputs with one output, those near z = 0 first. Every piece is held against the pieces before it, at up to
 * 25 outputs that both have; a piece that brings no output of its own is then let go, since what comes after it
 * meets those outputs elsewhere. So a curve of n periods costs n comparisons and not n².
 */
export function* candidates(curve: Curve, { pieces, scale }: Survey): Generator<Pair> {
  const met: Piece[] = [];
  for (const piece of [...pieces].sort((p, q) => reachOf(p) - reachOf(q))) {
    for (const older of met) yield* between(curve, piece, older, scale);
    if (!met.some((older) => covers(older, piece))) met.push(piece);
  }
}

/** Pairs of two pieces: levels of one, found again on the other. */
function* between(curve: Curve, piece: Piece, other: Piece, scale: Scale): Generator<Pair> {
  const low = Math.max(piece.low, other.low);
  const high = Math.min(piece.high, other.high);
  if (!(low <= high)) return;
  for (const [from, to] of [
    [piece, other],
    [other, piece],
  ] as const) {
    for (const { z, g } of levels(from, low, high)) {
      const z2 = inverse(curve, to, g, scale);
      if (z2 !== undefined && z2 !== z) yield [z, z2];
    }
  }
  // Where the common outputs fit between two samples of both.
  const middle = low + (high - low) / 2;
  const [z1, z2] = [piece, other].map((each) => inverse(curve, each, middle, scale));
  if (z1 !== undefined && z2 !== undefined && z1 !== z2) yield [z1, z2];
}

/**
 * Samples of a piece with outputs from low to high: half of them spread evenly, so that no part goes unseen, half at
 * the whole numbers and halves next to 0, which make the witnesses that are easiest to check by hand.
 */
function levels({ samples }: Piece, low: number, high: number): Sample[] {
  const within = samples.filter(({ g }) => g >= low && g <= high);
  const round = within
    .filter(({ z }) => Number.isInteger(2 * z))
    .sort((p, q) => Math.abs(p.z) - Math.abs(q.z));
  return [...round.slice(0, LEVELS / 2), ...spread(within, LEVELS / 2)];
}

/** At most n of a list, its ends included, as evenly spread as it allows. */
const spread = <T>(list: readonly T[], n: number): T[] =>
  list.length <= n
    ? [...list]
    : Array.from({ length: n }, (_, i) => list[Math.round((i * (list.length - 1)) / (n - 1))]!);
