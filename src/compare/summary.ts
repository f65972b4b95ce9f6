import type { Cost } from '../core/activations';
import { type Matrix, zip } from '../core/math/matrix';
import { cachedBytes } from '../core/model/model';
import { backwardCost } from '../core/pass/cost';
import { unreadSaves } from '../core/pass/frames/unread';
import { makesCost } from '../core/pass/nodes';
import type { CacheEvent, Slot, Trace } from '../core/pass/trace';

/** What one run costs and keeps, in the figures by which rules are compared. */
export interface Summary {
  /** Bytes held once the loss has saved A[L]. */
  readonly afterForward: number;
  readonly peak: number;
  /** Bytes of X, which stands in the first linear_cache but belongs to the caller. */
  readonly callers: number;
  /** The slots that were kept and that no step read, the caller's W and b among them. */
  readonly unread: readonly Slot[];
  /** Bytes of the buffers that were kept and that no step read out of any slot. */
  readonly unreadBytes: number;
  readonly backward: Cost;
  readonly recomputed: number;
  readonly misses: number;
}

/** The figures of a run. */
export function summarize({ model, steps, cacheBytes }: Trace): Summary {
  const events = steps.flatMap((step) => step.cache);
  const of = (kind: CacheEvent['kind']) => events.filter((event) => event.kind === kind);
  const unread = unreadSaves({ steps });
  const read = new Set(of('read').map(({ buffer }) => buffer));
  const wasted = new Set(unread.map(({ buffer }) => buffer).filter((buffer) => !read.has(buffer)));
  return {
    afterForward: steps.find(makesCost)!.cacheBytes,
    peak: cacheBytes.peak,
    callers: model.X.data.byteLength,
    unread,
    unreadBytes: Array.from(wasted, (buffer) => cachedBytes(buffer, model)).reduce((sum, n) => sum + n, 0),
    backward: backwardCost(model, steps),
    recomputed: steps.filter(({ phase }) => phase === 'recompute').length,
    misses: of('miss').length,
  };
}

/** a − b cell by cell, in float64, so that no digit of the difference is lost; equal infinities are 0 apart. */
export const difference = (a: Matrix, b: Matrix): Matrix =>
  zip({ ...a, type: 'float64' }, b, (x, y) => (Object.is(x, y) ? 0 : x - y));
