import type { BufferName } from '../../model/names';
import type { Trace } from '../trace';

/** A tensor of the way back that has changed in some cell. */
export interface Moved {
  readonly tensor: BufferName;
  /** How many of its cells moved. */
  readonly cells: number;
  /** The largest change of a cell; NaN where one became NaN, or ceased to be. */
  readonly by: number;
  /** The first step after the loss that writes it. */
  readonly since: number;
}

/**
 * Of all that two runs of one model write after the cost, gradients and what is computed again: what differs between
 * them. In the order in which it is written.
 */
export function movedTensors(trace: Trace, before: Trace): Moved[] {
  if (trace === before) return [];
  const { steps, buffers } = trace;
  const cost = steps.findIndex(({ phase }) => phase === 'loss');
  const since = new Map<BufferName, number>();
  for (const { index, writes } of steps.slice(cost + 1))
    for (const { name } of writes) if (!since.has(name)) since.set(name, index);
  return Array.from(since).flatMap(([tensor, index]) => {
    const was = before.buffers.get(tensor)!.data;
    const is = buffers.get(tensor)!.data;
    let [cells, by] = [0, 0];
    for (let k = 0; k < was.length; k++) {
      if (Object.is(is[k], was[k])) continue;
      cells++;
      by = Math.max(by, Math.abs(is[k]! - was[k]!));
    }
    return cells > 0 ? [{ tensor, cells, by, since: index }] : [];
  });
}
