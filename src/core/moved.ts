import type { BufferName } from './names';
import type { Trace } from './trace';

/** A gradient of which some cell is not what it was. */
export interface Moved {
  readonly gradient: BufferName;
  /** The cells that moved, by their numbers in row-major order. */
  readonly cells: readonly number[];
  /** The largest change of a cell; NaN where one became NaN, or ceased to be. */
  readonly by: number;
}

/** The gradients that moved between two runs of one model, in the order in which they are written. */
export function movedGradients({ steps, buffers }: Trace, before: Trace): Moved[] {
  const gradients = steps.flatMap(({ writes }) => writes).filter((name) => name.startsWith('d'));
  return gradients.flatMap((gradient) => {
    const was = before.buffers.get(gradient)!.data;
    const is = buffers.get(gradient)!.data;
    const cells = Array.from(was.keys()).filter((k) => !Object.is(is[k], was[k]));
    if (cells.length === 0) return [];
    return [
      { gradient, cells, by: cells.reduce((most, k) => Math.max(most, Math.abs(is[k]! - was[k]!)), 0) },
    ];
  });
}
