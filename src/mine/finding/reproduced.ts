import type { BufferName } from '../../core/model/names';
import { agrees } from '../agreement';
import type { Lookup, Way } from '../pass';
import type { Tensor } from '../tensor';
import type { World } from '../world';

/** A pass of the page with somebody's mistakes in it. */
export interface Reproduced {
  /** What it has under the name of a tensor. */
  readonly of: Lookup;
  /** The tensors that come out as they have them. */
  readonly same: ReadonlySet<BufferName>;
}

/**
 * Runs the pass with the wrong computations of theirs in the place of the right ones, from the numbers of the page alone.
 * If these are the mistakes, their numbers come out.
 */
export function reproduced(
  right: World,
  theirs: ReadonlyMap<BufferName, Tensor>,
  wrong: ReadonlyMap<BufferName, Way>,
): Reproduced {
  const world = right.assuming(wrong);
  const same = new Set<BufferName>();
  for (const [name, tensor] of theirs)
    if (agrees(tensor, right.pass.made.get(name)!, (get) => get(name), world)) same.add(name);
  return { of: world.numbers(0).of, same };
}
