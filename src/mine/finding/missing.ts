import { type BufferName, isKeptOnly, parseName } from '../../core/model/names';
import { agrees } from '../agreement';
import type { Made, Pass } from '../pass';
import type { Tensor } from '../tensor';
import type { World } from '../world';

/** How many tensors before one are supposed to be wrong where to suppose it of all takes long. */
const NEAREST = 2;

/** From how many numbers on that takes long: each supposition takes a good part of a pass, several times. */
const MANY = 12_500_000;

/**
 * What a tensor is computed from that was not brought, through what else was not, the nearest first. Where that is much
 * of a large pass it is only what comes just before it on the same way: of what lies further off a whole pass follows.
 */
export function missingBefore(
  name: BufferName,
  pass: Pass,
  theirs: ReadonlyMap<BufferName, Tensor>,
  { assumed }: Pick<World, 'assumed'>,
): BufferName[] {
  const { made } = pass;
  const found = new Set<BufferName>();
  const collect = ({ inputs }: Made) => {
    const missing = inputs.filter((input) => !theirs.has(input) && !found.has(input));
    for (const input of missing) found.add(input);
    for (const input of missing) collect(made.get(input)!);
  };
  collect(made.get(name)!);
  const missing = [...found].filter((input) => !assumed.has(input) && !isKeptOnly(parseName(input).kind));
  if (missing.length * pass.numbers < MANY) return missing;
  const { isForward } = made.get(name)!;
  return missing.filter((input) => made.get(input)!.isForward === isForward).slice(0, NEAREST);
}

/**
 * The world in which a tensor that was not brought was made by another right way, so that one that was brought follows from
 * it: dZ out of A, where A itself is wrong, is not dZ out of Z. Undefined where no way leads there.
 */
export function byOtherWay(
  theirs: Tensor,
  made: Made,
  missing: readonly BufferName[],
  world: World,
): World | undefined {
  for (const name of missing)
    for (const way of world.pass.made.get(name)!.ways.slice(1)) {
      const other = world.assuming([[name, way]]);
      if (made.ways.some((own) => agrees(theirs, made, own, other))) return other;
    }
  return undefined;
}
