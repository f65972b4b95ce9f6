import {
  type Curve,
  isFiniteAt,
  type Sample,
  type Scale,
  type Stretch,
  samplesAt,
  usualRange,
} from './curve';
import { border, jumpBetween, turningBetween } from './locate';
import { type Piece, piecesOf } from './pieces';

/** A curve split into pieces on each of which it rises, falls or stands still. */
export interface Survey {
  readonly pieces: readonly Piece[];
  /** Where g or its slope has no finite value; a pole is a stretch of no length. */
  readonly undefinedOn: readonly Stretch[];
  readonly scale: Scale;
}

/** The grid has at least this many cells; its step is a power of two, so that whole numbers and halves lie on it. */
const CELLS = 4096;

/**
 * Looks a curve over on a range: samples it on a grid (the usual range in steps of 1/256) and at its kinks, and splits
 * it where it is undefined, at jumps and poles, at turning points and at the ends of plateaus, each found to the last
 * bit by bisection. What happens twice between two neighbours of the grid can be missed.
 */
export function surveyOf(curve: Curve, range: Stretch = usualRange): Survey {
  const samples = samplesAt(curve, gridOf(range, curve.kinks ?? []));
  const defined = samples.filter(isFiniteAt);
  const scale = {
    g: defined.reduce((most, { g }) => Math.max(most, Math.abs(g)), 0),
    slope: defined.reduce((most, { slope }) => Math.max(most, Math.abs(slope)), 0),
  };
  const { chains, undefinedOn } = chainsOf(curve, samples, scale.g);
  const pieces = chains.flatMap((chain) => piecesOf(curve, withTurningPoints(curve, chain), scale.g));
  return { pieces, undefinedOn, scale };
}

function gridOf([from, to]: Stretch, kinks: readonly number[]): number[] {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new Error(`a range goes from a number up to a larger one, not from ${from} to ${to}`);
  const step = 2 ** Math.floor(Math.log2((to - from) / CELLS));
  const zs = new Set([from, to, ...kinks.filter((z) => z >= from && z <= to)]);
  for (let k = Math.ceil(from / step); k * step <= to; k++) zs.add(k * step);
  return [...zs].sort((a, b) => a - b);
}

/** The defined samples in runs that no gap and no jump interrupts, and the gaps between them. */
function chainsOf(curve: Curve, samples: readonly Sample[], scale: number) {
  const chains: Sample[][] = [];
  const undefinedOn: Stretch[] = [];
  let chain: Sample[] = [];
  let gapFrom = samples[0]!.z;
  const close = () => {
    if (chain.length > 0) chains.push(chain);
    chain = [];
  };
  samples.forEach((sample, i) => {
    const before = samples[i - 1] ?? sample;
    if (isFiniteAt(before) !== isFiniteAt(sample)) {
      const [left, right] = border(curve, before, sample);
      if (isFiniteAt(left)) {
        if (left.z > before.z) chain.push(left);
        close();
        gapFrom = edgeOf(right, sample);
      } else {
        undefinedOn.push([gapFrom, edgeOf(left, before)]);
        if (right.z < sample.z) chain.push(right);
      }
    } else if (isFiniteAt(sample)) {
      const jump = jumpBetween(curve, before, sample, scale);
      if (jump) {
        if (jump.left.z > before.z) chain.push(jump.left);
        close();
        if (jump.pole) undefinedOn.push(jump.pole);
        if (jump.right.z < sample.z) chain.push(jump.right);
      }
    }
    if (isFiniteAt(sample)) chain.push(sample);
  });
  close();
  const last = samples.at(-1)!;
  if (!isFiniteAt(last)) undefinedOn.push([gapFrom, last.z]);
  return { chains, undefinedOn };
}

/**
 * Where an undefined stretch ends that reaches no further than rounding beyond a point of the grid: at that point. 1/z
 * overflows only from 6e-309 on and its slope from 7e-155 on; what a reader wants to hear is 0.
 */
const edgeOf = (edge: Sample, onGrid: Sample): number =>
  Math.abs(edge.z - onGrid.z) < Number.EPSILON ? onGrid.z : edge.z;

/** A chain with a sample more between each two neighbours of which one rises and the other falls. */
const withTurningPoints = (curve: Curve, chain: readonly Sample[]): Sample[] =>
  chain.flatMap((sample, i) => {
    const before = chain[i - 1];
    if (!before || before.slope * sample.slope >= 0) return [sample];
    const turning = turningBetween(curve, before, sample);
    return turning.z > before.z && turning.z < sample.z ? [turning, sample] : [sample];
  });
