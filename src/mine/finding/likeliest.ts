import { type BufferName, parseName } from '../../core/model/names';
import { type Convention, isOfCost } from '../conventions';
import { isLess } from '../count';
import type { Brought } from '../tensor';
import type { TheirPass } from '../their-pass';

/** So many tensors at least tell that the cost is a sum; one more where the cost itself was not brought. */
const ENOUGH = 3;

/** The convention in which there are the fewest mistakes; of several the plainest. */
export function likeliest(
  conventions: readonly Convention[],
  passIn: (convention: Convention) => TheirPass,
  own: ReadonlyMap<BufferName, Brought>,
): Convention {
  const [first, ...others] = conventions;
  let best = first!;
  if (others.length === 0) return best;
  const ofCost = [...own.keys()].filter((name) => isOfCost(parseName(name).kind));
  const canBeSum = ofCost.length >= ENOUGH + Number(!own.has('cost'));
  let least = passIn(best).count();
  for (const convention of others) {
    if (least.mistakes === 0) break;
    const isSum = convention.cost === 'sum';
    // A sum is one throughout: where not all of these are, those that are sums are mistakes.
    if (isSum && (!canBeSum || !passIn(convention).areRight(ofCost))) continue;
    const count = passIn(convention).count();
    if (isLess(count, least)) [best, least] = [convention, count];
  }
  return best;
}
