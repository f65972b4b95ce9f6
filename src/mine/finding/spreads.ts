import { largestMagnitude, type Matrix, map } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import type { Lookup, Pass } from '../pass';
import { DRAWS, spreadOf } from './shaken';

/** From how many numbers on a pass is large: 32 MB in float64, of which nine draws find no room beside each other. */
const LARGE = 4_000_000;

/** A pass whose numbers can be drawn: draw 0 is the exact one. */
interface Drawn {
  readonly pass: Pass;
  numbers(draw: number): { readonly of: Lookup };
}

/** How far the cells may be off of what a computation gives under a name; undefined where that is yet to be worked out. */
export type SpreadAt = (name: BufferName, result: Matrix) => Matrix | undefined;

/**
 * How far each cell of some tensors may be off in a world, where its pass is large. Draw after draw goes along the whole
 * pass, and leaves of each tensor how far it moved: were a tensor asked for by itself, each of its draws would begin with
 * all that leads to it. What another computation gives in its place is taken to be off as much in proportion.
 */
export function spreadsOf(world: Drawn, names: ReadonlySet<BufferName>): SpreadAt {
  if (world.pass.numbers < LARGE) return () => undefined;
  let spreads: ReadonlyMap<BufferName, Spread> | undefined;
  return (name, result) => {
    spreads ??= swept(world, names);
    const { spread, size } = spreads.get(name) ?? {};
    const times = Math.max(1, largestMagnitude(result) / (size || 1));
    return spread && (times === 1 ? spread : map(spread, (x) => times * x));
  };
}

/** How far a tensor may be off, and the largest of its numbers. */
interface Spread {
  readonly spread: Matrix;
  readonly size: number;
}

function swept(world: Drawn, names: ReadonlySet<BufferName>): ReadonlyMap<BufferName, Spread> {
  const tensors = [...world.pass.made.values()].filter(({ name }) => names.has(name));
  /** What a draw has of each of them, one after the other, so that no two draws take room from each other. */
  const along = (draw: number) => tensors.map(({ ways }) => ways[0]!(world.numbers(draw).of));
  const right = along(0);
  const spreads: (Matrix | undefined)[] = [];
  for (let draw = 1; draw <= DRAWS; draw++)
    along(draw).forEach((drawn, i) => {
      spreads[i] = spreadOf(right[i]!, [drawn], spreads[i]);
    });
  return new Map(
    tensors.map(({ name }, i) => [name, { spread: spreads[i]!, size: largestMagnitude(right[i]!) }]),
  );
}
