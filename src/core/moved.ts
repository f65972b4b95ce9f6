import type { BufferName } from './names';
import type { Trace } from './trace';

/** A tensor of the way back of which some cell is not what it was. */
export interface Moved {
  readonly tensor: BufferName;
  /** The cells that moved, by their numbers in row-major order. */
  readonly cells: readonly number[];
  /** The largest change of a cell; NaN where one became NaN, or ceased to be. */
  readonly by: number;
  /** The first step after the loss that writes it. */
  readonly since: number;
}

/**
 * What moved between two runs of one model of all that is written after the cost: gradients, and what is computed
 * again. In the order in which it is written.
 */
export function movedTensors({ steps, buffers }: Trace, before: Trace): Moved[] {
  const cost = steps.findIndex(({ op }) => op === 'cost');
  const since = new Map<BufferName, number>();
  for (const { index, writes } of steps.slice(cost + 1))
    for (const name of writes) if (!since.has(name)) since.set(name, index);
  return Array.from(since).flatMap(([tensor, index]) => {
    const was = before.buffers.get(tensor)!.data;
    const is = buffers.get(tensor)!.data;
    const cells = Array.from(was.keys()).filter((k) => !Object.is(is[k], was[k]));
    if (cells.length === 0) return [];
    const by = cells.reduce((most, k) => Math.max(most, Math.abs(is[k]! - was[k]!)), 0);
    return [{ tensor, cells, by, since: index }];
  });
}

/** Whether a tensor is a gradient. */
export const isGradient = (tensor: BufferName): boolean => tensor.startsWith('d');
