import type { Cost } from './activations';
import { backwardCost } from './cost';
import type { Matrix } from './matrix';
import { cachedBytes } from './model';
import type { BufferName } from './names';
import { type CacheEvent, slotKey, type Trace } from './trace';

/** What one run costs and keeps, in the figures by which rules are compared. */
export interface Summary {
  /** Bytes held once the loss has saved A[L]. */
  readonly afterForward: number;
  readonly peak: number;
  /** Bytes of X, which stands in the first linear_cache but belongs to the caller. */
  readonly callers: number;
  /** The buffers of slots that were kept and that no step read, parameters and X left out. */
  readonly unread: readonly BufferName[];
  readonly backward: Cost;
  readonly recomputed: number;
  readonly misses: number;
}

/** The figures of a run. */
export function summarize({ model, steps, cacheBytes }: Trace): Summary {
  const events = steps.flatMap((step) => step.cache);
  const of = (kind: CacheEvent['kind']) => events.filter((event) => event.kind === kind);
  const read = new Set(of('read').map(slotKey));
  const wasted = of('save').filter(
    (event) => !read.has(slotKey(event)) && cachedBytes(event.buffer, model) > 0,
  );
  return {
    afterForward: steps.find(({ op }) => op === 'cost')!.cacheBytes,
    peak: cacheBytes.peak,
    callers: model.X.data.byteLength,
    unread: [...new Set(wasted.map(({ buffer }) => buffer))],
    backward: backwardCost(model, steps),
    recomputed: steps.filter(({ phase }) => phase === 'recompute').length,
    misses: of('miss').length,
  };
}

/** How far the gradient of one parameter is from another run's. */
export interface GradientError {
  readonly gradient: BufferName;
  /** The largest difference of a cell, relative to the largest cell of the other run; NaN where one has NaN alone. */
  readonly error: number;
}

/** How far every dW and db of a run is from a run of the same network, usually one in float64. */
export function gradientErrors({ buffers, model }: Trace, reference: Trace): GradientError[] {
  return model.layers
    .flatMap((_, i) => [`dW${i + 1}`, `db${i + 1}`])
    .map((gradient) => ({
      gradient,
      error: relativeDifference(buffers.get(gradient)!, reference.buffers.get(gradient)!),
    }));
}

function relativeDifference(a: Matrix, reference: Matrix): number {
  let largest = 0;
  let difference = 0;
  for (let k = 0; k < a.data.length; k++) {
    const [x, y] = [a.data[k]!, reference.data[k]!];
    if (Object.is(x, y)) continue;
    if (!Number.isFinite(x - y)) return Number.NaN;
    difference = Math.max(difference, Math.abs(x - y));
  }
  for (let k = 0; k < a.data.length; k++) largest = Math.max(largest, Math.abs(reference.data[k]!));
  return difference === 0 ? 0 : difference / largest;
}

/**
 * Up to which error a gradient counts as the same: rounding in the model's precision, sixty-four units in the last
 * place, which sums over a few layers do not exceed.
 */
export const roundingOf = ({ precision }: Trace['model']): number =>
  64 * (precision === 'float32' ? 2 ** -23 : 2 ** -52);
