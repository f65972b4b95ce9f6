import type { Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import { cellsOff } from '../agreement';
import type { Way } from '../pass';
import type { Row } from '../report';
import { foundOf, remarkOn } from '../telling';
import { isOneShape, scaled } from '../tensor';
import type { TensorOutcome } from '../tensor-outcome';
import { aside, type TheirPass } from '../their-pass';
import type { World } from '../world';
import type { Reproduced } from './reproduced';

/** The wrong computations that were found, by what they are of; shapes that fit nothing further go no further. */
export function wrongWays(rows: readonly TensorOutcome[], right: World): Map<BufferName, Way> {
  const ways = new Map<BufferName, Way>();
  for (const { made, match } of rows) {
    if (!match || aside.has(match.id)) continue;
    const { attempt, factor = 1, inside = made.name } = match;
    const way: Way = factor === 1 ? attempt.way : (get) => scaled(attempt.way(get), factor);
    if (isOneShape(way(right.numbers(0).of), right.numbers(0).of(inside))) ways.set(inside, way);
  }
  return ways;
}

/** A tensor in the report. */
export function rowOf(
  { made, theirs, verdict, match, from }: TensorOutcome,
  theirPass: TheirPass,
  { of, same }: Reproduced,
): Row {
  const { name } = made;
  const isMistake = verdict === 'mistake';
  const found = match && foundOf(match, theirs!.matrix);
  /** What their own inputs give; where it agrees, what the right ones do. */
  const beside = (): Matrix =>
    verdict === 'agrees' ? theirPass.right.numbers(0).of(name) : made.ways[0]!(theirPass.world.numbers(0).of);
  const besideTheirs = theirs && beside();
  return {
    tensor: name,
    verdict,
    from,
    off: isMistake ? cellsOff(theirs!, made, made.ways[0]!, theirPass.world) : [],
    theirs: theirs?.matrix,
    beside: besideTheirs,
    withMistakes: found && of(name),
    isReproduced: same.has(name) || (match !== undefined && aside.has(match.id)),
    found,
    remark: isMistake && !found ? remarkOn(name, theirs!.matrix, besideTheirs!) : undefined,
  };
}
