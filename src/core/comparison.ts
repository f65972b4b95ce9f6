import type { Cost } from './activations';
import { backwardCost } from './cost';
import { largestMagnitude, type Matrix, zip } from './matrix';
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

/** How far one gradient is from another run's. */
export interface GradientError {
  readonly gradient: BufferName;
  /** The largest relative difference of a cell; NaN where one run has NaN or infinity alone. */
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

/** The largest difference of a cell from the reference's, relative to that cell; where it is 0, to the largest. */
function relativeDifference({ data }: Matrix, reference: Matrix): number {
  const largest = largestMagnitude(reference);
  let worst = 0;
  for (let k = 0; k < data.length; k++) {
    const [x, y] = [data[k]!, reference.data[k]!];
    if (Object.is(x, y) || x === y) continue;
    const error = Math.abs(x - y) / (Math.abs(y) || largest);
    if (!(error < Infinity)) return Number.NaN;
    worst = Math.max(worst, error);
  }
  return worst;
}

/** a − b cell by cell, in float64, so that no digit of the difference is lost; equal infinities are 0 apart. */
export const difference = (a: Matrix, b: Matrix): Matrix =>
  zip({ ...a, type: 'float64' }, b, (x, y) => (Object.is(x, y) ? 0 : x - y));

/**
 * Up to which error a gradient counts as the same: rounding in the model's precision, and the digits that a sum over
 * examples may cancel. A thousand units in the last place: 1.2e-4 in float32, 2.3e-13 in float64.
 */
export const roundingOf = ({ precision }: Trace['model']): number =>
  1024 * (precision === 'float32' ? 2 ** -23 : 2 ** -52);
