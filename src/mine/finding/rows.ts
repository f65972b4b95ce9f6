import type { BufferName } from '../../core/model/names';
import { cellsOff } from '../agreement';
import type { Judged } from '../judged';
import { aside, type Judging } from '../judging';
import type { Way } from '../pass';
import type { Row } from '../report';
import { foundOf, remarkOn } from '../telling';
import { isOneShape, scaled } from '../tensor';
import type { World } from '../world';
import type { Reproduced } from './reproduced';

/** The wrong computations that were found, by what they are of; shapes that fit nothing further go no further. */
export function wrongWays(rows: readonly Judged[], right: World): Map<BufferName, Way> {
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
  { made, theirs, verdict, match, from }: Judged,
  judging: Judging,
  { values, same }: Reproduced,
): Row {
  const { name } = made;
  const own = made.ways[0]!(judging.world.numbers(0).of);
  const found = match && foundOf(match, theirs!.matrix);
  const isUnknown = verdict === 'mistake' && !found;
  return {
    tensor: name,
    verdict,
    from,
    off: verdict === 'mistake' ? cellsOff(theirs!, made, made.ways[0]!, judging.world) : [],
    theirs: theirs?.matrix,
    own,
    right: judging.right.numbers(0).of(name),
    withMistakes: values.get(name)!,
    isReproduced: same.has(name) || (match !== undefined && aside.has(match.id)),
    found,
    remark: isUnknown ? remarkOn(name, theirs!.matrix, own) : undefined,
  };
}
