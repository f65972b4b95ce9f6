import type { Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import { agrees } from '../agreement';
import type { Way } from '../pass';
import type { Tensor } from '../tensor';
import { World } from '../world';

/** A pass of the page with somebody's mistakes in it. */
export interface Reproduced {
  /** What it has, by the names of tensors. */
  readonly values: ReadonlyMap<BufferName, Matrix>;
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
  const { pass, format } = right;
  const world = new World(pass, format, right.theirs, wrong);
  const { of } = world.numbers(0);
  const values = new Map(Array.from(pass.made.keys(), (name) => [name, of(name)] as const));
  const same = new Set<BufferName>();
  for (const [name, tensor] of theirs)
    if (agrees(tensor, pass.made.get(name)!, (get) => get(name), world)) same.add(name);
  return { values, same };
}
