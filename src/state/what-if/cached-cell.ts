import { cell as at } from '../../core/math/matrix';
import type { CellOf } from '../../core/pass/dependence';
import { computedIn } from '../../core/pass/frames/computed';
import type { Trace } from '../../core/pass/trace';
import { changeable } from '../../core/pass/what-if/changeable';

/** A cell of what the way forward left in a cache. */
export interface CachedCell extends CellOf {
  /** What stands in it now. */
  readonly value: number;
  /** What the way forward left there. */
  readonly computed: number;
}

/** A cell by what stands in it; undefined where the way forward leaves no such cell in a cache. */
export function cachedCell({ tensor, row, col }: CellOf, trace: Trace): CachedCell | undefined {
  const [now, computed] = [trace.buffers, computedIn(trace)].map((buffers) => buffers.get(tensor));
  const isThere = now && computed && row < now.rows && col < now.cols;
  if (!isThere || !changeable(trace).has(tensor)) return undefined;
  return { tensor, row, col, value: at(now, row, col), computed: at(computed, row, col) };
}
