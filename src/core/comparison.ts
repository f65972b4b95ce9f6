import type { Cost } from './activations';
import { type Matrix, zip } from './matrix';
import { cachedBytes } from './model';
import type { BufferName } from './names';
import { backwardCost } from './pass/cost';
import { type CacheEvent, slotKey, type Trace } from './pass/trace';

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

/** a − b cell by cell, in float64, so that no digit of the difference is lost; equal infinities are 0 apart. */
export const difference = (a: Matrix, b: Matrix): Matrix =>
  zip({ ...a, type: 'float64' }, b, (x, y) => (Object.is(x, y) ? 0 : x - y));
